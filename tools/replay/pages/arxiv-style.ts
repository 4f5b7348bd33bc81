/** A compact drawing of arXiv's abstract page: the classes are the site's, the rules are ours. */
export const ARXIV_STYLE = `
* { box-sizing: border-box }
body { margin: 0; font: 15px/1.5 "Lucida Grande", Helvetica, Arial, sans-serif; color: #1a1a1a; background: #fff }
a { color: #0068ac; text-decoration: none } a:hover { text-decoration: underline }
.is-sr-only, .visually-hidden, .ds-skip-link { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.ds-site-header { background: #b31b1b; color: #fff; padding: 14px 28px; display: flex; align-items: center; gap: 24px }
.ds-site-header a { color: #fff } .ds-site-header-logo { font: bold 24px Georgia, "Times New Roman", serif }
.ds-site-header-nav { margin-left: auto; display: flex; gap: 18px; font-size: 13px }
#abs-outer { display: flex; gap: 28px; padding: 0 28px 40px; max-width: 1180px }
.leftcolumn { flex: 1 1 auto; min-width: 0 }
.subheader h1 { margin: 0 -28px 18px; padding: 6px 28px; font-size: 17px; font-weight: bold; background: #f4f1ea; border-bottom: 1px solid #ddd }
.header-breadcrumbs-mobile { display: none }
.dateline { font-size: 12px; font-style: italic; color: #444 }
h1.title { font-size: 25px; line-height: 1.25; margin: 8px 0 10px }
.title .descriptor, .authors .descriptor, .abstract .descriptor { display: none }
.abstract .descriptor { display: inline; font-weight: bold }
.authors { font-size: 16px; margin: 0 0 10px } .mobile-submission-download { display: none }
blockquote.abstract { margin: 16px 0 22px; padding: 0; font-size: 16px; line-height: 1.55 }
.metatable table { border-collapse: collapse; font-size: 13px; border-top: 1px solid #ddd; width: 100% }
.metatable td { padding: 4px 14px 4px 0; vertical-align: top } .metatable .label { white-space: nowrap; color: #555; width: 1% }
.primary-subject { font-weight: bold }
.submission-history { margin-top: 22px; font-size: 13px } .submission-history h2 { font-size: 16px; margin: 0 0 6px }
.extra-services { flex: 0 0 230px; margin-top: 0; padding: 0; font-size: 13px }
.extra-services > div { border: 1px solid #ddd; border-top: 0; padding: 10px 14px }
.extra-services h2, .extra-services h3 { font-size: 15px; margin: 0 0 6px } .full-text .descriptor { display: none }
.extra-services ul { list-style: none; margin: 0; padding: 0 }
.abs-license { margin-top: 8px } .current { font-weight: bold }
.ds-site-footer { border-top: 1px solid #ddd; background: #f4f1ea; padding: 20px 28px; font-size: 12px; color: #555 }
@media (max-width: 760px) { #abs-outer { flex-direction: column; padding: 0 16px 32px }
 .subheader { display: none } .header-breadcrumbs-mobile { display: block; padding: 12px 0 4px; font-size: 13px }
 .extra-services { flex-basis: auto } .ds-site-header { padding: 12px 16px } .ds-site-header-nav { display: none } }
`;
