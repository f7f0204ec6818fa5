// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The page as a screen reader's swipes meet it, from the browser's accessibility tree.

/** heard are the roles that a swipe stops at or that name a region; the cells of tables are left out. */
const heard = new Set(['RootWebArea', 'heading', 'button', 'link', 'slider', 'checkbox', 'radio', 'image', 'StaticText', 'table', 'main', 'banner',
  'contentinfo', 'navigation', 'region', 'dialog', 'status', 'alert', 'group', 'Disclosure triangle', 'DisclosureTriangle', 'textbox']);
const cells = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);

/** plain makes a name the same on every day: figures are 0, months are "mese". */
export const plain = (name) => name.replace(/\s+/g, ' ').trim()
  .replace(/\b(gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)\b/gi, 'mese')
  .replace(/\d+(?:[.,:]\d+)*/g, '0').replace(/\b0°/g, '0').replace(/\b(?:il|l'|dall'|all'|dal|al) ?0 mese 0/g, 'il 0 mese 0');

/** swipes are the stops in their order, as "role: name". */
export async function swipes(page) {
  const devtools = await page.createCDPSession();
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  await devtools.detach();
  const byId = new Map(nodes.map((n) => [n.nodeId, n]));
  const out = [];
  const walk = (n, within) => {
    const role = n.role?.value, name = plain(n.name?.value ?? '');
    if (!n.ignored && cells.has(role)) return;
    const says = !n.ignored && heard.has(role) && (name || ['main', 'banner', 'contentinfo'].includes(role)) && !(role === 'StaticText' && within.includes(name));
    if (says) out.push(`${role}${role === 'heading' ? ' ' + n.properties.find((p) => p.name === 'level').value.value : ''}: ${name}`);
    for (const id of n.childIds ?? []) if (byId.has(id)) walk(byId.get(id), says ? name : within);
  };
  walk(nodes[0], '');
  return out;
}
