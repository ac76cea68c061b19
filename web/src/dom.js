// The only way in which the page makes elements: text goes in as text, never as HTML.
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'colour') element.style.setProperty('--colour', value);
    else if (/^aria[A-Z]/.test(name)) element.setAttribute(`aria-${name.slice(4).toLowerCase()}`, value);
    else if (name === 'width') element.style.width = value;
    else if (name in element && typeof element[name] !== 'object') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// A link out only where the address is a web address: a document may claim "javascript:..." as its source.
export const link = (address, text) => (/^https?:\/\//i.test(address ?? '')
  ? el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text) : el('span', {}, text));

export function choice(label, options, value, change) {
  const select = el('select', { ariaLabel: label, onchange: () => change(select.value) },
    options.map(([key, text]) => el('option', { value: String(key), selected: String(key) === String(value) }, text)));
  return el('label', { className: 'choice' }, el('span', {}, label), select);
}
