const NAMES: Readonly<Record<string, string>> = {
  'cs.AI': 'Artificial Intelligence',
  'cs.CL': 'Computation and Language',
  'cs.CV': 'Computer Vision and Pattern Recognition',
  'cs.IR': 'Information Retrieval',
  'cs.LG': 'Machine Learning',
  'cs.RO': 'Robotics',
  'cs.SD': 'Sound',
  'cs.SE': 'Software Engineering',
};

/** The category as arXiv prints it: `Software Engineering (cs.SE)`. */
export function categoryLabel(category: string): string {
  return `${NAMES[category] ?? category} (${category})`;
}

/** The line above the title: `Computer Science > Software Engineering`. */
export function categoryHeading(category: string): string {
  return `Computer Science > ${NAMES[category] ?? category}`;
}
