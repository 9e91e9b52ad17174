import type { DoubtWords } from '../topics/doubts.ts';

export const doubts: DoubtWords = {
  denials: `
    لا, لم, لن, ليس, ليست, لست, غير, بدون, ما, مش, مو, ليش, أرفض, رفض, أبدا, كلا, إلغاء, خطأ, mish,
    لكن, ولكن, فقط, إلا`,
};
