import { type Paper, papers } from './papers.ts';

/** What a paper and the colours of a brand make of the style sheet. */
export interface PosterLook {
  readonly paper: Paper;
  /** How large the letters are: 1 = as designed. */
  readonly scale: number;
  /** `#rrggbb` */
  readonly accent: string;
  readonly on: string;
  readonly tint: string;
}

/**
 * The style sheet of a poster: its paper as `@page`, measures in millimetres. The words take the room that they need, the code takes what
 * is left.
 */
export function posterStyles({ paper, scale, accent, on, tint }: PosterLook): string {
  const { width, height, face, unit, code } = papers[paper];
  return `@page{size:${width}mm ${height}mm;margin:0}
:root{--u:${unit}mm;--k:${unit * scale}mm;--accent:${accent};--on:${on};--tint:${tint}}${rules}
.sheet{width:${width}mm;height:${height - 0.2}mm}
.face{width:${face.width}mm;height:${face.height - 0.1}mm}
.code svg{min-height:${code}mm}`;
}

const rules = `
*{box-sizing:border-box;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1,p,ul{margin:0;padding:0}
body{margin:0;background:#fff;color:#14191f;font-family:"Helvetica Neue",Arial,"Noto Sans","Noto Sans Devanagari","Noto Sans Arabic","Segoe UI",sans-serif;line-height:1.3;overflow-wrap:anywhere}
:lang(ar),:lang(hi){line-height:1.5}
.sheet{overflow:hidden;background:#fff;break-inside:avoid}
.face{display:flex;flex-direction:column;overflow:hidden}
.top{flex:none;background:var(--accent);color:var(--on);padding:calc(var(--u)*13) calc(var(--u)*15) calc(var(--u)*11);text-align:center}
.brand{display:flex;align-items:center;justify-content:center;gap:calc(var(--u)*4);font-size:max(calc(var(--k)*7),1.9mm);font-weight:700}
.mark{flex:none;display:grid;place-items:center;width:calc(var(--u)*15);height:calc(var(--u)*15);border-radius:50%;background:var(--on);color:var(--accent);overflow:hidden;line-height:1}
img.mark{display:block;width:auto;max-width:calc(var(--u)*60);padding:calc(var(--u)*1.5);background:#fff;border-radius:calc(var(--u)*3);object-fit:contain}
h1{margin-top:calc(var(--u)*6);font-size:max(calc(var(--k)*12.5),1.9mm);line-height:1.16;font-weight:700;text-wrap:balance}
h1:lang(ar),h1:lang(hi){line-height:1.4}
.incentive{display:inline-block;margin-top:calc(var(--u)*6);padding:calc(var(--u)*2) calc(var(--u)*7);border-radius:calc(var(--u)*8);background:var(--on);color:var(--accent);font-size:max(calc(var(--k)*8),1.9mm);font-weight:700}
.code{flex:1 1 0;min-height:0;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:calc(var(--u)*2.5);padding:calc(var(--u)*5) calc(var(--u)*15) calc(var(--u)*3);text-align:center}
.code svg{flex:0 1 calc(var(--u)*125);min-width:0;aspect-ratio:1;border:calc(var(--u)*1.2) solid var(--accent);border-radius:calc(var(--u)*5)}
.scan{font-size:max(calc(var(--k)*9),1.9mm);font-weight:700}
.step{font-size:max(calc(var(--k)*5),1.9mm);color:#434c57}
.open{font-size:max(calc(var(--k)*4.4),1.9mm)}
.step b{color:#14191f;direction:ltr;unicode-bidi:isolate}
.words{flex:none;padding:0 calc(var(--u)*15) calc(var(--u)*4);text-align:center}
.words h2{margin:0;font-size:max(calc(var(--k)*4.6),1.9mm);font-weight:700;color:#434c57}
ul{list-style:none;display:flex;flex-wrap:wrap;justify-content:center;gap:calc(var(--u)*1.6) calc(var(--u)*2.5);margin-top:calc(var(--u)*2);font-size:max(calc(var(--k)*5.6),1.9mm);font-weight:700}
li{padding:calc(var(--u)*1.2) calc(var(--u)*4.5);background:var(--tint);border-radius:calc(var(--u)*2)}
li::first-letter{text-transform:uppercase}
.benefits{margin-top:calc(var(--u)*3);font-size:max(calc(var(--k)*4.6),1.9mm)}
.foot{flex:none;margin:0 calc(var(--u)*15);padding:calc(var(--u)*3) 0 calc(var(--u)*9);border-top:.25mm solid #b9c0c8;font-size:max(calc(var(--k)*3.1),1.9mm);color:#434c57;text-align:center}
.foot bdi[dir]{white-space:nowrap}
.tent .face:first-of-type{transform:rotate(180deg)}
.tent .face+.face{border-top:.2mm dashed #9aa3ad}
.tent .top{padding:calc(var(--u)*9) calc(var(--u)*15) calc(var(--u)*8)}
.tent h1{margin-top:calc(var(--u)*4);font-size:max(calc(var(--k)*11),1.9mm)}
.tent .incentive{margin-top:calc(var(--u)*4)}
.tent .lower{flex:1 1 0;min-height:0;display:flex;align-items:center;gap:calc(var(--u)*9);padding:calc(var(--u)*5) calc(var(--u)*15)}
.tent .code{flex:none;height:100%;padding:0;flex-direction:row;gap:calc(var(--u)*9)}
.tent .code svg{flex:none;height:100%}
.tent .words{flex:1 1 0;min-width:0;padding:0;text-align:start}
.tent .words ul{justify-content:start}
.tent .step{margin-top:calc(var(--u)*2)}
.tent .words h2{margin-top:calc(var(--u)*5)}
.tent .foot{padding:calc(var(--u)*2.5) 0 calc(var(--u)*7)}
@media screen{
body{background:#e8ebef;padding:0 1rem 2rem}
.sheet{margin:0 auto;box-shadow:0 1px 3px #0003,0 12px 40px #0002}
.bar{max-width:210mm;margin:0 auto;padding:1rem 0;font-size:1rem}
.bar p{margin-bottom:.25rem}
.bar nav{display:flex;flex-wrap:wrap;gap:0 1rem}
.bar a,.bar b{display:inline-flex;align-items:center;min-height:2.75rem}
.bar a{color:#0b3d91}
}
@media print{.bar{display:none}}`;
