import { readRow } from './shared/read-row';
import type { Site } from './types';

/**
 * One line a site, sorted by id: `id | name | hosts | paths of match patterns | patterns of papers`.
 *
 * - Hosts: `*.x.org` is x.org with everything below it. The paths `/*` make a single-page site.
 * - Patterns are regular expressions for the whole path, without case, percent-encoding and trailing slashes,
 *   where `\?id=` stands for the parameter `id` alone. Named groups say what they hold: an id (`arxiv`,
 *   `doi`, `openreview`, `acl`, `pmid`, `pmcid`, `s2`), the site's own `record`, the `version`; `pdf` and
 *   `html` are the view when they match anything. `=>` gives the DOI that certainly follows from the groups.
 *   After `?` stand pages that have to confirm it themselves (`confirmPaper`). `{name}` is one of the parts
 *   in `shared/read-row.ts`.
 */
const TABLE = String.raw`
aaai | AAAI | ojs.aaai.org www.aaai.org aaai.org | /*index.php/*/article/* /ocs/* /papers/* | (/ojs)?/index\.php/[\w-]+/article/(view|download)/\d+(?<pdf>/\d+)?(/\d+)? /ocs/index\.php/\w+/\w+/paper/(view|viewPaper|download|viewFile)/\d+(?<pdf>/\d+)? /papers/\d+-[^/]+
aclanthology | ACL Anthology | aclanthology.org www.aclanthology.org www.aclweb.org aclweb.org | /*-* | (/anthology)?(/papers/.+)?/(?<acl>(\d{4}\.\w+|\w\d\d)-[\w.]+?)(v\d)?({pdf}|\.bib)?
acm | ACM Digital Library | dl.acm.org | /doi/* /citation.cfm* | {atypon} /citation\.cfm\?id=\d+\.\d+
acs | ACS Publications | pubs.acs.org | /doi/* /action/showCitFormats* | {atypon} /action/showCitFormats\?doi={doi}
ads | NASA ADS | ui.adsabs.harvard.edu | /* | /abs/arxiv:(?<arxiv>[^/]+)(/\w+)? /abs/(?<record>\d{4}[^/]{15})(/\w+)?
aip | AIP Publishing | pubs.aip.org aip.scitation.org scitation.aip.org | /doi/* /content/* /*/article* | {atypon} /content/.+/{doi} {silverchair}
alphaxiv | alphaXiv | www.alphaxiv.org alphaxiv.org | /* | (/\w\w)?/(abs|(?<pdf>pdf)|overview|replicate|audio|resources)/(?<arxiv>.+?)(\.pdf)?
annualreviews | Annual Reviews | www.annualreviews.org | /doi/* /content/* | {atypon} /content/journals/{doi}
aps | APS Physical Review | journals.aps.org link.aps.org | /*/10.1103/* | (/\w+)?/(abstract|cited-by|supplemental|references|article|doi|(?<pdf>pdf))/{doi}
arxiv-mirrors | arXiv mirrors | www.arxiv-vanity.com ar5iv.org scirate.com xxx.lanl.gov | /papers/* /html/* /arxiv/* /abs/* /pdf/* | /(papers|(?<html>html)|arxiv|abs|(?<pdf>pdf))/(?<arxiv>.+?)(\.pdf)?
biorxiv | bioRxiv | www.biorxiv.org biorxiv.org | /content/* | {rxiv}
bmc | BMC and SpringerOpen | *.biomedcentral.com *.springeropen.com | /articles/* /track/pdf/* /content/pdf/* /1* /2* | /(articles|(?<pdf>track/pdf))/{doi}(/abstract|/comments|/metrics|/(figures|tables)/\d+)? /(?<issn>{issn})/(?<volume>\d+)/(?<page>\w+)(/abstract|/comments)?=>10.1186/$<issn>-$<volume>-$<page> /content/pdf/(?<id>{issn}-\d+-\w+){pdf}=>10.1186/$<id>
bmj | BMJ | *.bmj.com | /content/* | /content/(bmj/)?\d+/(\d+/)?(?<id>bmj[.-][\w-]+){tab}=>10.1136/$<id> {highwire}
cambridge | Cambridge Core | www.cambridge.org | /core/* | /core/(journals/[\w-]+/article|books/(abs/)?(?!abs/)[^/]+)/(abs/)?[^/]+/[\da-f]{32}(/core-reader)? /core/services/aop-cambridge-core/content/view/(?<pdf>.+)
cell | Cell Press and The Lancet | www.cell.com www.thelancet.com | /*/S* /*/PII* /action/showPdf* | (/[\w-]+)*/(abstract|fulltext|article|(?<pdf>pdf\w*))/(PII)?S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX](\.pdf|/\w+)? /action/(?<pdf>showPdf)\?pii=.+ /(?<pdf>pdfs)/journals/\w+/PIIS\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX]\.pdf
chemrxiv | ChemRxiv | chemrxiv.org | /engage/* /doi/* | /engage/(chemrxiv/)?article-details/[\da-f]+ {atypon}
copernicus | Copernicus | *.copernicus.org | /articles/* /preprints/* | /articles/\d+/\w+/\d{4}/(?<id>[a-z]+(-\d+){3})(-print)?(\.html|{pdf})?=>10.5194/$<id> /articles/\d+/\w+/\d{4}
cvf | CVF Open Access | openaccess.thecvf.com www.cv-foundation.org | /content* /openaccess/content* | (/openaccess)?/content\w*(/[\w-]+)*/(html|(?<pdf>papers))(/[\w-]+)*/[^/]+_paper\.(html|pdf)
dblp | DBLP | dblp.org dblp.uni-trier.de dblp.dagstuhl.de | /rec/* | /rec/.+\?view=bibtex ?/rec/.+?(\.html)?
doi | doi.org | doi.org dx.doi.org www.doi.org | /10.* | /{longdoi}
ecva | ECVA | www.ecva.net ecva.net | /papers/* | /papers/eccv_\d{4}/papers_eccv/(html/\w+_paper\.php|papers/\w+{pdf})
elife | eLife | elifesciences.org elife.elifesciences.org | /articles/* /reviewed-preprints/* /content/* | /(articles|reviewed-preprints|content/\d+)/e?(?<id>\d{5,6})(v\d+)?(\.[a-z.]+|/[a-z-]+)?=>10.7554/elife.$<id>
europepmc | Europe PMC | europepmc.org www.europepmc.org | /article* /abstract/* | /(article|abstract)/med/(?<pmid>\d+) /(article/pmc|abstract/pmc|(?<html>articles))/(?<pmcid>PMC\d+)(/.*)? /(article|abstract)/(agr|cba|ctx|eth|ppr)/\w+
f1000 | F1000Research | f1000research.com wellcomeopenresearch.org gatesopenresearch.org | /articles/* | /articles/\d+-\d+(/v\d+)?(?<pdf>/pdf)?
frontiers | Frontiers | www.frontiersin.org journal.frontiersin.org | /*/10.3389/* | (/journals/[\w-]+)?/(articles?|journal)/{doi}(/full|/abstract|(?<pdf>/pdf))?
hal | HAL | *.hal.science *.archives-ouvertes.fr hal.inria.fr | /*-0* | /[a-z]+\d?-\d{8}(v\d+)?(?<pdf>/document|/file/.+)?(/\w\w)?
hindawi | Hindawi | www.hindawi.com downloads.hindawi.com | /journals/* | /journals/\w+/(?<year>\d{4})/(?<id>\d{4,8})(/abs|/ref|{pdf})?=>10.1155/$<year>/$<id>
iacr | IACR ePrint | eprint.iacr.org | /*/* | /\d{4}/\d{3,4}{pdf}?
ieee | IEEE Xplore | ieeexplore.ieee.org | /* | (/abstract)?/document/(?<record>\d+)(/[a-z]+)? /(?<pdf>stamp\w*|iel\w*)/.+\?arnumber=(?<record>\d+) /xpls?/((free)?abs_all|articleDetails)\.jsp\?arnumber=(?<record>\d+)
ijcai | IJCAI | www.ijcai.org | /*roceedings/* /Abstract/* | /proceedings/(?<year>201[7-9]|20[2-9]\d)/0*(?<id>[1-9]\d*){pdf}?=>10.24963/ijcai.$<year>/$<id> /abstract/\d\d/\d+ /proceedings/(\d\d|\d{4}(-\d)?)/(papers/)?\d+{pdf}?
inspire | INSPIRE | inspirehep.net | /* | /(literature|record)/(?<record>\d+) /(?<pdf>files)/(?<record>[\da-f]{32})
iop | IOPscience | iopscience.iop.org | /article/* /0* /1* /2* | /article/{longdoi}(/meta|/ampdf|/epub|(?<pdf>/pdf))? /{issn}/\w+/\w+/\w+(/article|/fulltext|(?<pdf>/pdf.*))?
jmlr | JMLR | www.jmlr.org jmlr.org jmlr.csail.mit.edu | /papers/* /proceedings/papers/* | (/proceedings)?/papers/v(olume)?\d+/([\w.-]+/)?(?!index)[\w-]+(\.html|{pdf})?
jstor | JSTOR | www.jstor.org | /stable/* /discover/* | /(stable|discover)/(?<pdf>pdf/)?(?<id>\d{4,})(\.pdf)?=>10.2307/$<id> /(stable|discover)/(?<pdf>pdf/)?(?<doi>10\.\d{4,9}/(\d+|(?!j\.ctt)[^/]*\.\d[^/]*?|j\.\w+\.\d+))(\.pdf)? /(stable|discover)/(?<pdf>pdf/)?j\.\w+\.\d+(\.pdf)?
mdpi | MDPI | www.mdpi.com | /*/*/*/* | /{issn}/\d+/\w+/\d+(/html?|/xml|(?<pdf>/pdf)(-vor)?)?
medrxiv | medRxiv | www.medrxiv.org medrxiv.org | /content/* | {rxiv}
nature | Nature | www.nature.com | /articles/* /*/journal/* | /articles/(?<id>s\d{5}-\d{3}-\d{5}-\w|(nature|ncomms|srep)\d{4,5}|\d{6}[a-z]\d?)({pdf}|/\w.*)?=>10.1038/$<id> /articles/(?!d\d{5}-|nature\.\d{4}\.)[a-z\d][\w.-]*?\d\w*({pdf}|/\w.*)? /\w+/journal/v\w+/n\w+/(abs|full|(?<pdf>pdf))/[\w.-]+\.(html|pdf)
nber | NBER | www.nber.org papers.nber.org | /papers/* /system/files/* | /(papers|system/files/working_papers/\w+)/(?<id>[hrtw]\d+){pdf}?=>10.3386/$<id>
neurips | NeurIPS | papers.nips.cc proceedings.neurips.cc papers.neurips.cc proceedings.nips.cc datasets-benchmarks-proceedings.neurips.cc | /*paper/* | /paper(_files/paper)?/\d{4}/(hash|file)/[\da-f]{32}-(Abstract|Paper|(Meta)?Review|AuthorFeedback|Supplemental)[\w-]*(\.html|{pdf}) /paper/\d{1,5}-[^/]+?{pdf}?
openalex | OpenAlex | openalex.org | /* | (/works)?/(?<record>w\d+)
openreview | OpenReview | openreview.net | /* | /(forum(/.+)?|(?<pdf>pdf|attachment|references/pdf))\?id=(?<openreview>[\w-]+) /forum\?arxivid=(?<arxiv>.+) /(?<pdf>pdf)/(?<record>[\da-f]{40})\.pdf
optica | Optica | opg.optica.org www.osapublishing.org | /*.cfm* | (/\w+)?/(abstract|fulltext|(?<pdf>viewmedia))\.cfm\?uri=\w[\w-]+
osf | OSF Preprints | osf.io | /preprints/* | /preprints/(\w+/)?[\da-z]{5}(_v\d+)?
oup | Oxford Academic | academic.oup.com | /*/article* /*/advance-article* /*/chapter* | {silverchair} /[\w-]+/\d+/chapter(-abstract)?/\d+
peerj | PeerJ | peerj.com | /articles/* /preprints/* | /articles/(?<id>\d+){pdf}?=>10.7717/peerj.$<id> /articles/(?<journal>[a-z]+)-(?<id>\d+){pdf}?=>10.7717/peerj-$<journal>.$<id> /preprints/(?<id>\d+)(v\d+)?{pdf}?=>10.7287/peerj.preprints.$<id>
plos | PLOS | journals.plos.org dx.plos.org www.plosone.org www.plosbiology.org www.plosmedicine.org www.ploscompbiol.org www.plosgenetics.org www.plospathogens.org www.plosntds.org | /*article* /10.* | /\w+/article(/(?<pdf>file)|/[a-z]+)?\?id=(info:doi/)?(?<doi>10\.1371/journal\.\w+\.\d+) (/article/info:doi)?/(?<doi>10\.1371/journal\.\w+\.\d+)
pmc | PubMed Central | pmc.ncbi.nlm.nih.gov www.ncbi.nlm.nih.gov | /articles/* /pmc/articles/* | (/pmc)?/(?<html>articles)/(?<pmcid>PMC\d+)(/(?<pdf>pdf)(/[^/]+)?)?
pmlr | PMLR | proceedings.mlr.press | /v* /r* | /[vr]\d+/(?!index)[\w-]+(\.html|(/[\w-]+)?{pdf})?
pnas | PNAS | www.pnas.org pnas.org | /doi/* /content/* | {atypon} {highwire}
pubmed | PubMed | pubmed.ncbi.nlm.nih.gov www.ncbi.nlm.nih.gov | /1* /2* /3* /4* /5* /6* /7* /8* /9* /pubmed/* | /(?<pmid>\d+) ?/pubmed/(?<pmid>\d+)
researchsquare | Research Square | www.researchsquare.com | /article/* | /article/rs-(?<id>\d+)/(?<v>v\d+){pdf}?=>10.21203/rs.3.rs-$<id>/$<v> /article/rs-\d+
royalsociety | Royal Society | *.royalsocietypublishing.org | /doi/* /content/* /*/article* | {atypon} {highwire} {silverchair}
rsc | Royal Society of Chemistry | pubs.rsc.org | /*content/article* | (/\w\w)?/content/article(landing|html|(?<pdf>pdf))/\d{4}/\w+/(?<id>[a-d]\d[a-z]{2}\d{5}[a-z])=>10.1039/$<id> (/\w\w)?/content/article(landing|html|(?<pdf>pdf))/\d{4}/\w+/\w+
sage | SAGE | journals.sagepub.com sk.sagepub.com | /doi/* /*.xml | {atypon} /\w+/[\w-]+/n\d+\.xml
science | Science | www.science.org science.org *.sciencemag.org | /doi/* /content/* | {atypon} {highwire}
sciencedirect | ScienceDirect | www.sciencedirect.com reader.elsevier.com pdf.sciencedirectassets.com | /science/* /reader/* /*/main.pdf* | /science/(article|chapter(/[\w-]+)?)/((abs|am)/)?pii/[SB]?[\dX]{15,}(?<pdf>/pdf.*)? /(?<pdf>reader)/sd/pii/[SB]?[\dX]{15,} /\d+/.+/1-s2\.0-[SB]?[\dX]{15,}/main{pdf}
semanticscholar | Semantic Scholar | www.semanticscholar.org api.semanticscholar.org | /* | /(paper(/.+)?|reader)/(?<s2>[\da-f]{40})(/figure/.+)? (/p)?/(?<s2>corpusid:\d+) /arxiv:(?<arxiv>[^/]+)
siam | SIAM | epubs.siam.org | /doi/* | {atypon}
springer | Springer | link.springer.com | /article/* /chapter/* /protocol/* /referenceworkentry/* /content/pdf/* | /(article|chapter|protocol|referenceworkentry|content/(?<pdf>pdf))/(?!10\.\d+/97[89](-\d+)+(\.pdf)?$){longdoi}(/abstract|/fulltext\.html|/metrics|/(figures|tables)/\d+)?
ssrn | SSRN | papers.ssrn.com ssrn.com www.ssrn.com | /sol3/* /abstract* | /sol3/papers\.cfm\?abstract_id=(?<id>\d+)=>10.2139/ssrn.$<id> /sol3/(papers|(?<pdf>delivery))\.cfm(/.*)?\?abstractid=(?<id>\d+)=>10.2139/ssrn.$<id> (/sol3)?/abstract=(?<id>\d+)=>10.2139/ssrn.$<id>
tandf | Taylor & Francis | www.tandfonline.com | /doi/* | {atypon}
usenix | USENIX | www.usenix.org | /conference/* /system/files/* | /conference/[\w-]+/(technical-sessions/|summit-program/)?presentation/[\w-]+ /system/files/(conference/[\w-]+/)?[a-z]+\d\d[_-](?!.*(slides|full|proceedings|errata|cover|front|poster|program))[\w-]+{pdf}
wiley | Wiley | *.onlinelibrary.wiley.com | /doi/* | {atypon}
zenodo | Zenodo | zenodo.org | /record* | ?/records?/\d+
`;

/** Sites that the common tags and a few patterns describe. */
export const genericSites: readonly Site[] = TABLE.trim()
  .split('\n')
  .map((row) => readRow(row));
