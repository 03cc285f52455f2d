// SPDX-License-Identifier: Apache-2.0
// What is to be seen, as plain objects, and the least change of the document that shows it: focus
// and what is being typed stay where they are. Text goes in as text and as nothing else.

/** A description of an element; null, undefined and false among the children are left out. */
export function h(tag, props, ...children) {
  const shown = children.flat(Infinity).filter((child) => child || child === 0);
  return { tag, props: props ?? {}, children: shown };
}

const handlers = new WeakMap();

function listen(element, type, handler) {
  let known = handlers.get(element);
  if (!known) handlers.set(element, (known = {}));
  if (!(type in known)) element.addEventListener(type, (event) => known[type]?.(event));
  known[type] = handler;
}

function setProps(element, props, before) {
  for (const name of Object.keys(before)) {
    if (name in props || name === 'key') continue;
    if (name.startsWith('on')) listen(element, name.slice(2), null);
    else element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) listen(element, name.slice(2), value);
    else if (before[name] === value) continue;
    else if (name === 'key') element.dataset.key = value;
    else if (value === false || value == null) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

const drawn = new WeakMap();

const pictures = 'http://www.w3.org/2000/svg';

function make(wanted) {
  if (typeof wanted !== 'object') return document.createTextNode('');
  const picture = wanted.tag === 'svg' || wanted.tag === 'path';
  return picture ? document.createElementNS(pictures, wanted.tag)
    : document.createElement(wanted.tag);
}

function fill(node, wanted) {
  if (typeof wanted !== 'object') {
    if (node.data !== String(wanted)) node.data = String(wanted);
    return;
  }
  setProps(node, wanted.props, drawn.get(node) ?? {});
  drawn.set(node, wanted.props);
  draw(node, wanted.children);
}

function fits(node, wanted) {
  if (typeof wanted !== 'object') return node.nodeType === Node.TEXT_NODE;
  return node.nodeType === Node.ELEMENT_NODE && node.localName === wanted.tag &&
    drawn.get(node)?.key === wanted.props.key;
}

/** Makes the children of `parent` what `wanted` says. A `key` tells one sibling from another. */
export function draw(parent, wanted) {
  const old = [...parent.childNodes];
  let place = parent.firstChild;
  for (const one of wanted) {
    const index = old.findIndex((node) => fits(node, one));
    const node = index >= 0 ? old.splice(index, 1)[0] : make(one);
    // What is in the way and wanted no more goes first: nothing that stays is moved for it.
    while (place && place !== node && !wanted.some((other) => fits(place, other))) {
      const gone = place;
      place = place.nextSibling;
      old.splice(old.indexOf(gone), 1);
      gone.remove();
    }
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
    fill(node, one);
  }
  for (const node of old) node.remove();
}
