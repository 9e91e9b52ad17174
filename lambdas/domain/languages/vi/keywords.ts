import type { Keywords } from '../topics/keywords.ts';

const things = '(tin nhắn|tin|tin nhan|sms|thông báo|spam|nhắn tin|tin nhắn này|tin này|thong bao)';
const offers =
  '(quảng cáo|khuyến mãi|khuyến mại|ưu đãi|tin (quảng cáo|khuyến mãi|khuyến mại)|tin nhắn (quảng cáo|khuyến mãi|tiếp thị)|tiếp thị|quang cao|khuyen mai|chương trình khuyến mãi)';
const each = `(${offers}|${things})`;
const what = `${each}( (và|hay|hoặc) ${each})?`;

/** Sources: opt-out matchers in use (dừng, ngừng, hủy). Sentences and inflections: no source, everyday usage. */
export const keywords: Keywords = {
  explicit: `
    hủy đăng ký, huỷ đăng ký, huy dang ky, ngừng gửi tin nhắn, dừng gửi tin nhắn, đừng nhắn tin nữa,
    ngừng nhận tin, dừng khuyến mãi, ngừng khuyến mãi, dừng quảng cáo, hủy nhận tin, từ chối nhận tin, từ chối quảng cáo, đừng gửi nữa, đừng gửi tin nữa, tu choi, dừng tất cả, ngừng tất cả, hủy tất cả`,
  everyday:
    'dừng, dừng lại, dung lai, ngừng, ngung, hủy, huỷ, kết thúc, thôi, hủy bỏ, từ chối, thoát, chấm dứt, ngừng lại, xóa',
  maybe:
    'dung, không quan tâm, khong quan tam, đừng làm phiền, không cần, khong can, đừng nhắn, tôi không quan tâm, không muốn, phiền quá',
  help: 'trợ giúp, tro giup',
  preferences: 'tùy chọn, tuỳ chọn, tùy chọn của tôi, thay đổi tùy chọn, đổi tùy chọn, cài đặt tin nhắn, chọn tin nhắn',
  courtesies:
    'vui lòng, xin, làm ơn, cảm ơn, cám ơn, cam on, xin chào, chào, ngay, ngay bây giờ, bây giờ, ạ, nhé, giùm, giúp, chào shop, shop ơi, em ơi, xin lỗi, nha, đi, ơi, ngay lập tức',
  requests: `tôi muốn, mình muốn, em muốn, cho tôi, và, tôi cần, hãy, có thể, tôi yêu cầu, yêu cầu, làm ơn, giúp tôi, muốn, xin hãy, vui lòng, cho mình, cho em`,
  greetings: 'xin chào, chào',
  joiners: 'va, và, hoặc, hoac',
  things,
  offers,
  phrases: {
    'dung-gui': `(đừng|dừng|ngừng|thôi|không|ngưng|chấm dứt|đừng có|dung|xin đừng|đề nghị không)( (gửi|nhắn|gởi|nhận|việc gửi|gửi cho|làm phiền|liên hệ|liên lạc|gửi các|gui|spam))( (cho|tôi|mình|tôi|em|đến|tới|thêm|với|vào số này|các|những|bất kỳ|cho tôi|tôi nữa)){0,4}( ${what})?( (nữa|cho tôi|này|cho mình|đến tôi|vào số này|tôi|với tôi)){0,3}`,
    'khong-muon': `(tôi |mình |em )?không (muốn|cần|có nhu cầu|thích)( (nhận|nhận thêm|nhận được|bị|xem|thêm)){0,2}( (các|những|bất kỳ|được))? ${what}( (nữa|này|của bạn|từ bạn|của shop|từ shop|từ các bạn)){0,2}`,
    'dung-tin': `(dừng|ngừng|hủy|huỷ|ngưng|tắt|chặn)( (các|mọi|tất cả|toàn bộ|nhận|việc))? ${what}( này)?`,
    'xoa-so':
      '(xóa|xoá|bỏ|gỡ|loại|xoa) (tôi|số của tôi|số tôi|số điện thoại của tôi|số này|tên tôi|thông tin của tôi|số điện thoại này|tên của tôi)( (khỏi|ra khỏi|trong)( (danh sách|hệ thống|nhóm|danh bạ|danh sách của bạn|dữ liệu))?)?',
    'rut-dong-y': '(tôi )?rút (lại )?(sự )?đồng ý',
    'khong-nhan-nua': '(tôi |mình )?không (muốn )?nhận (thêm )?(gì )?nữa',
  },
  maybePhrases: {
    'khong-nhan': 'không (muốn|cần) nhận',
    'dung-nua': '(đừng|ngừng|dừng) (gửi|nhắn|liên hệ)',
    'so-toi-dau': '(lấy|sao có|ở đâu có) số (của )?tôi',
  },
  harmless: ['(trạm|bến|điểm) dừng', 'dừng (xe|ở|chân)', 'hủy (đơn|lịch|vé|đặt)'],
  prefers: '(chỉ|thôi|được|ok|tốt hơn|qua|thích|vẫn|đủ|muốn|dùng|ổn)',
};
