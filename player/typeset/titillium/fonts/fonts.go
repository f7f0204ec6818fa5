// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package fonts is the files of Titillium Web (SIL OFL 1.1, LICENSE.txt),
// reduced to what the guides' languages write: data for who draws and for who
// prints.
package fonts

import _ "embed" // the files

// The typeface's weights, TrueType.
var (
	//go:embed tw-400.ttf
	Regular []byte
	//go:embed tw-600.ttf
	SemiBold []byte
	//go:embed tw-700.ttf
	Bold []byte
)
