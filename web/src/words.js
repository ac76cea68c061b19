// Every word of the page itself, in both languages; words of the graph come with the data.
const WORDS = {
  network: ['Mạng lưới', 'Network'],
  charts: ['Biểu đồ', 'Charts'],
  table: ['Bảng số liệu', 'Facts'],
  search: ['Tìm tỉnh, dự án, khu công nghiệp, chỉ tiêu…', 'Find a province, project, zone, indicator…'],
  nothing: ['Không tìm thấy', 'Nothing found'],
  filters: ['Bộ lọc', 'Filters'],
  types: ['Hiện', 'Show'],
  years: ['Năm', 'Years'],
  anyYear: ['tất cả', 'any'],
  from: ['từ', 'from'],
  to: ['đến', 'to'],
  province: ['Địa phương', 'Place'],
  everywhere: ['Tất cả', 'All places'],
  status: ['Trạng thái', 'Status'],
  actual: ['thực hiện', 'result'],
  estimate: ['ước', 'estimate'],
  target: ['kế hoạch', 'target'],
  forecast: ['dự báo', 'forecast'],
  layout: ['Cách bày', 'Layout'],
  map: ['Bản đồ', 'Map'],
  force: ['Mạng', 'Force'],
  most: ['Nhiều số liệu nhất', 'Most facts'],
  all: ['tất cả', 'all'],
  fit: ['Xem toàn bộ', 'Fit'],
  facts: ['số liệu', 'facts'],
  nodes: ['mục', 'things'],
  documents: ['bài viết', 'documents'],
  hint: ['Chọn một mục trong hình để xem số liệu và câu văn nói về nó.',
    'Pick something in the picture to see its facts and the sentences behind them.'],
  nowebgl: ['Trình duyệt này không vẽ được hình mạng (thiếu WebGL); biểu đồ và bảng vẫn dùng được.',
    'This browser cannot draw the network (no WebGL); the charts and the table still work.'],
  close: ['Đóng', 'Close'],
  neighbours: ['Liên quan', 'Related'],
  figures: ['Số liệu', 'Facts'],
  more: ['xem thêm', 'more'],
  source: ['Nguồn', 'Source'],
  indicator: ['Chỉ tiêu', 'Indicator'],
  series: ['Cách đo', 'Measured as'],
  ranking: ['Các địa phương, năm', 'Places, in'],
  overtime: ['Theo thời gian', 'Over time'],
  nochart: ['Không có số liệu cho lựa chọn này.', 'No figures for this choice.'],
  what: ['Nội dung', 'What'],
  who: ['Của', 'Of'],
  figure: ['Con số', 'Figure'],
  period: ['Thời gian', 'Period'],
  document: ['Bài viết', 'Document'],
  matching: ['Lọc bảng', 'Filter the table'],
  level: ['mức', 'amount'],
  growth: ['tăng trưởng', 'growth'],
  change: ['tăng giảm', 'change'],
  multiple: ['gấp (lần)', 'multiple'],
  completion: ['so kế hoạch', 'of plan'],
  share: ['tỷ trọng', 'share'],
  rank: ['thứ hạng', 'rank'],
  year: ['cả năm', 'whole years'],
  quarter: ['quý', 'quarters'],
  month: ['tháng', 'months'],
  months: ['các tháng đầu năm', 'first months'],
  stock: ['tại thời điểm', 'as of a date'],
  span: ['giai đoạn', 'spans of years'],
  day: ['ngày', 'days'],
  sure: ['độ tin cậy', 'confidence'],
  said: ['lần nói đến', 'mentions'],
};

let language = 0;
export const setLanguage = (name) => { language = name === 'en' ? 1 : 0; };
export const languageName = () => (language ? 'en' : 'vi');
export const word = (key) => WORDS[key]?.[language] ?? key;
export const pick = (pair) => (Array.isArray(pair) ? pair[language] : pair);
export const number = (value) => value.toLocaleString(language ? 'en' : 'vi', { maximumFractionDigits: 2 });

// Large amounts on an axis: 7,2 tỷ / 7.2 bn.
export function short(value) {
  const scales = [[1e12, 'nghìn tỷ', 'tn'], [1e9, 'tỷ', 'bn'], [1e6, 'triệu', 'm']];
  for (const [scale, ...names] of scales) {
    if (Math.abs(value) >= scale) return `${number(value / scale)} ${names[language]}`;
  }
  return number(value);
}

// Text without accents and case, to search by.
export const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  .replace(/[đĐ]/g, 'd').toLowerCase();
