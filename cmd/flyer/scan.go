// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

// scan is a letter with a code and a telephone that frames it. The code is a
// drawing: nothing can be read from it.
const scan = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 72">
<rect x="1" y="5" width="58" height="62" rx="3" fill="#fff" stroke="#0066CC" stroke-width="2"/>
<path fill="#0066CC" d="M1 8a3 3 0 0 1 3-3h52a3 3 0 0 1 3 3v4H1z"/>
<path stroke="#9FB8CE" stroke-width="3" stroke-linecap="round" d="M8 22h18M8 30h14M8 38h18M8 46h12M8 54h16"/>
<path fill="#17324D" d="M33 20h8v8h-8zm12 0h8v8h-8zM33 32h8v8h-8zm12 3h3v5h-3zm5-3h3v4h-3z"/>
<path fill="#fff" d="M35 22h4v4h-4zm12 0h4v4h-4zM35 34h4v4h-4z"/>
<rect x="54" y="14" width="38" height="57" rx="5" fill="#17324D"/><rect x="57" y="19" width="32" height="43" rx="2" fill="#E8F1FB"/>
<rect x="69" y="65" width="8" height="2" rx="1" fill="#fff"/>
<path fill="none" stroke="#0066CC" stroke-width="2.5" stroke-linecap="round" d="M61 30v-6h6M79 24h6v6M85 50v6h-6M67 56h-6v-6"/>
<path fill="#17324D" d="M65 31h6v6h-6zm10 0h6v6h-6zM65 41h6v6h-6zm10 2h2v5h-2zm4-2h2v3h-2z"/>
<path fill="#E8F1FB" d="M67 33h2v2h-2zm10 0h2v2h-2zM67 43h2v2h-2z"/></svg>`
