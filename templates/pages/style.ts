/** How the portal looks: one column of at most 66 characters, light or dark as the reader's machine is. */
export const portalStyle = `
:root{--ink:#17202A;--quiet:#4C5B68;--link:#0B57A4;--visited:#5B3A8C;--act:#0A6B5E;--on-act:#FFFFFF;--stop:#B3261E;--go:#1B6B2F;--warn:#8A4B00;--line:#7A8894;--hair:#D3DAE0;--paper:#FFFFFF;--wash:#F2F5F7;--turn:#0B3E73;--on-turn:#DCEBFA;--progress:#4F3A00;--on-progress:#FFF1C9;--wait:#3B3F45;--on-wait:#E6EAED;--trouble:#7A130D;--on-trouble:#FBE3E1;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--ink:#E8EDF1;--quiet:#A9B6C1;--link:#7FB8F5;--visited:#C3A6F0;--act:#5CC8B5;--on-act:#0B1F1B;--stop:#FF9A8F;--go:#7FD491;--warn:#F0B65A;--line:#6F7F8C;--hair:#33414D;--paper:#10171E;--wash:#1A242D;--turn:#CFE4FB;--on-turn:#123A5F;--progress:#FFE6A3;--on-progress:#4A3900;--wait:#D5DCE2;--on-wait:#2C3842;--trouble:#FFD9D5;--on-trouble:#6A1812}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:18px/28px 'Source Sans 3','Segoe UI',system-ui,Roboto,'Noto Sans',Arial,sans-serif;overflow-wrap:break-word}
.band{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:center;max-width:960px;margin:0 auto;padding:12px 16px}
header{background:var(--wash);border-top:4px solid var(--act)}
header .city{color:var(--quiet)}
header a{margin-inline-start:auto}
.network{font-weight:700}.join{color:var(--act)}
footer{margin-top:64px;border-top:1px solid var(--hair);color:var(--quiet);font-size:16px;line-height:24px}
footer .band{justify-content:space-between;padding-bottom:32px}
main{max-width:960px;margin:0 auto;padding:24px 16px 0}
main>*,main form{max-width:640px}
main>.columns{max-width:none}
h1,h2,legend{font-family:'Source Serif 4',Georgia,'Noto Serif',serif;font-weight:600;text-wrap:balance}
h1{margin:0 0 12px;font-size:28px;line-height:36px}
h2,legend{margin:40px 0 12px;font-size:22px;line-height:28px}
h3{margin:24px 0 8px;font-size:20px;line-height:28px}
p,ul,ol{margin:0 0 16px}
.lead{font-size:20px;line-height:32px;margin-bottom:8px}
.hint,.quiet{color:var(--quiet);font-size:16px;line-height:24px}
.hint{margin:0 0 8px}
a{color:var(--link);text-underline-offset:3px}a:visited{color:var(--visited)}
header a:visited,footer a:visited,a.button:visited{color:var(--link)}
:focus-visible{outline:3px solid #FFD23F;outline-offset:0;box-shadow:0 0 0 2px var(--ink) inset}
a:focus-visible,summary:focus-visible{box-shadow:none;outline-offset:2px;background:#FFD23F;color:#17202A}
.skip{position:absolute;left:-9999px}.skip:focus{position:static;display:block;padding:12px 16px}
.panel{padding:20px 24px;background:var(--wash);border-inline-start:6px solid var(--line)}
.panel.turn{border-color:var(--act)}.panel.warn{border-color:var(--warn)}.panel ul{padding-inline-start:20px}.panel li{margin:0 0 8px}.panel li:last-child{margin:0}.panel ul:last-child{margin-bottom:0}
.panel h1:last-child,.panel p:last-child{margin-bottom:0}.panel h2{margin-top:0}
section.panel{margin:0 0 24px}section.wide{max-width:none}
.notice{padding:12px 16px;border:2px solid var(--go);color:var(--go);font-weight:600}
.summary{margin:0 0 24px;padding:16px 24px;border:4px solid var(--stop)}
.summary h2{margin:0 0 8px}.summary ul{margin:0;padding-inline-start:20px}.summary a,.summary a:visited{color:var(--stop);font-weight:600}
fieldset{min-width:0;margin:0 0 8px;padding:0;border:0}
legend{display:block;width:100%;margin:24px 0 16px;padding:16px 0 0;border-top:2px solid var(--hair)}
legend h2{margin:0;font:inherit}
fieldset h3:first-of-type{margin-top:16px}
.field{margin:0 0 20px}
.field.wrong{padding-inline-start:14px;border-inline-start:5px solid var(--stop)}
.problem{margin:0 0 8px;color:var(--stop);font-weight:600}
label{display:block;margin:0 0 4px;font-weight:600}
input[type=text],textarea,select{display:block;width:100%;min-height:48px;padding:9px 12px;border:2px solid var(--line);border-radius:4px;background:var(--paper);color:var(--ink);font:inherit}
textarea{resize:vertical}
select{padding-inline-end:8px}
.wrong input[type=text],.wrong textarea,.wrong select{border-color:var(--stop)}
input.narrow{max-width:240px}
input[type=file]{display:block;width:100%;padding:12px;border:2px dashed var(--line);border-radius:4px;font:inherit}
.tick{display:flex;gap:12px;align-items:flex-start;font-weight:400;padding:8px 0}
.tick input{flex:none;width:26px;height:26px;margin:1px 0 0;accent-color:var(--act)}
.tick+.hint{margin-inline-start:38px}
button,a.button,a.button:visited{display:inline-block;min-height:48px;padding:9px 24px;border:2px solid var(--act);border-radius:4px;background:var(--act);color:var(--on-act);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
button.second,a.button,a.button:visited{background:transparent;color:var(--act)}
button.stop{background:transparent;border-color:var(--stop);color:var(--stop)}
button:hover,a.button:hover{text-decoration:underline;text-underline-offset:4px}
button.first{position:absolute;left:-9999px}
form>button[type=submit]:last-child{margin:8px 0 16px}
.buttons{display:flex;flex-wrap:wrap;gap:12px}
.row{margin:0 0 24px;padding:4px 0 4px 20px;border-inline-start:3px solid var(--hair)}
.row h3{margin-top:0}
details{margin:0 0 12px}
summary{display:list-item;min-height:44px;padding:8px 0;color:var(--link);font-weight:600;cursor:pointer}
details.way{max-width:640px;border:1px solid var(--hair);border-radius:4px;padding:4px 20px}
details.way[open]{padding-bottom:12px;background:var(--wash)}
fieldset.quote{margin:0 0 24px;padding-inline-start:16px;border-inline-start:3px solid var(--hair)}
fieldset.quote legend{margin:0 0 8px;padding:0;border:0;font-family:inherit;font-size:18px;line-height:28px}
.answer{margin:0 0 16px;padding:20px 24px 4px;border:2px solid var(--line);border-radius:4px}
.answer h2{margin:0 0 8px}
details.quote[open]{margin-bottom:24px;padding-inline-start:16px;border-inline-start:3px solid var(--hair)}
code{font:600 17px/26px 'Source Code Pro',ui-monospace,'DejaVu Sans Mono',monospace;color:var(--ink);overflow-wrap:anywhere}
blockquote{margin:0 0 16px;padding-inline-start:16px;border-inline-start:4px solid var(--act)}
blockquote p:last-child{margin-bottom:0}
.exact{padding:24px;background:var(--wash)}
.exact>*{white-space:pre-wrap;margin:0 0 16px;font-family:'Source Serif 4',Georgia,'Noto Serif',serif;font-size:20px;line-height:32px}
.exact>:last-child{margin-bottom:0}.exact h2{font-size:22px}
.exact blockquote>p:first-child::before{content:'“'}.exact blockquote>p:first-child::after{content:'”'}
.exact .hint{font-size:16px;line-height:24px}
.exact q{quotes:'“' '”' '‘' '’';background:var(--on-turn);color:var(--turn)}
article.sheet{margin:0 0 32px;padding:24px;border:1px solid var(--hair);border-radius:4px;background:var(--wash);font-family:'Source Serif 4',Georgia,'Noto Serif',serif}
.sheet h3{margin:0 0 16px;font-size:26px;line-height:32px;font-family:inherit}.sheet h4{margin:24px 0 8px;font-size:18px;line-height:28px}
.sheet ol{padding-inline-start:24px}.sheet li{margin:0 0 12px}.sheet li p{margin:0 0 8px}.sheet>:last-child{margin-bottom:0}
.facts{margin:0 0 16px}.facts div{display:grid;grid-template-columns:11em 1fr;gap:0 16px;padding:8px 0;border-bottom:1px solid var(--hair)}
.facts dt{color:var(--quiet)}.facts dd{margin:0;min-width:0;overflow-wrap:anywhere}
@media(max-width:479px){.facts div{display:block}}
.ways{padding:0;list-style:none;max-width:640px}.ways li{margin:0 0 12px;padding:12px 20px;border:1px solid var(--hair);border-radius:4px}
.ways a{display:block;padding:4px 0;font-weight:600}.ways a:visited{color:var(--link)}
.signatories{padding:0;list-style:none}.signatories li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 16px;align-items:center;padding:12px 0;border-bottom:1px solid var(--hair)}
.signatories li>:first-child{min-width:0;overflow-wrap:anywhere}.signatories .tag{flex:initial}.signatories .completed{padding-inline:0}
.pictures{display:flex;flex-wrap:wrap;gap:16px;padding:0;list-style:none}.pictures img{display:block;width:180px;max-width:100%;height:auto;border:1px solid var(--line)}
.steps li{margin:0 0 12px;padding-inline-start:4px}
.signed{margin:8px 0 8px;padding-inline-start:24px;font-weight:600}
.plain,.timeline,.stages{padding:0;list-style:none}
.plain li{margin:0 0 8px}
.stages li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 16px;align-items:center;min-height:48px;padding:8px 0;border-bottom:1px solid var(--hair)}
.stages{counter-reset:stage}.stages li>:first-child{display:flex}.stages li>:first-child::before{counter-increment:stage;content:counter(stage) ' ';flex:none;width:28px;color:var(--quiet)}
.tag{flex:none;padding:2px 10px;border-radius:4px;background:var(--on-wait);color:var(--wait);font-size:16px;line-height:24px;font-weight:600}
.tag.turn{background:var(--on-turn);color:var(--turn)}.tag.progress,.tag.waiting{background:var(--on-progress);color:var(--progress)}
.tag.later,.tag.closed,.tag.hold{background:var(--on-wait);color:var(--wait);font-weight:400}.tag.problem{margin:0;background:var(--on-trouble);color:var(--trouble)}
.tag.completed{background:none;color:var(--ink);font-weight:400;padding-inline-end:0}
.timeline li{display:grid;grid-template-columns:10em 1fr;gap:12px;padding:6px 0}
@media(max-width:639px){.timeline li{display:block}.timeline span{display:block}}
@media(min-width:640px){.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 24px;align-items:end}.pair .field{align-self:end}}
@media(min-width:1024px){main{padding-top:40px}h1{font-size:36px;line-height:44px}h2,legend{font-size:26px;line-height:36px}.columns{display:grid;grid-template-columns:1fr 1fr;gap:0 64px}}
@media print{header,footer,button,.skip{display:none}}
`;
