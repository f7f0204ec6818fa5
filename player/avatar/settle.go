// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

// Settle makes mouths whose times were measured seen: each lasts 100 ms at
// least, weak consonants between vowels go, lips that must touch (m b p, f v)
// never do. The mouths begin with a line that lasts end ms; they are changed in
// place.
func Settle(mouths []Event, end int) []Event { return hold(mouths, end) }
