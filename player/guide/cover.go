// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guide

import "videoguida/tokengen/token"

// Cover returns a letter without its amounts. A fact that is not known is not
// told: whoever covers the amounts neither reads nor hears them, in the film as
// in the text, until they are shown again.
func Cover(c token.Claims) token.Claims {
	c.Monthly, c.Gross, c.Net, c.Irpef, c.LocalTax, c.Deductions, c.Arrears = 0, 0, 0, 0, 0, 0, 0
	return c
}
