// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package l10n

import (
	"strings"

	"videoguida/player/facts"
)

// SayItalian returns a single value as it is said in Italian, as a line of its
// own would have it in a slot of that kind.
func SayItalian(kind string, v facts.Value) Rendered {
	var r Rendered
	var b strings.Builder
	r.fill(&b, kind, sayItalian(kind, v))
	r.Text = b.String()
	return r
}
