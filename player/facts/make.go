// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package facts

import "videoguida/player/civil"

// Amount is a sum of money in euro cents.
func Amount(cents int64) Value { return Value{Kind: Money, N: cents} }

// Number is a count of days, months or years.
func Number(n int64) Value { return Value{Kind: Count, N: n} }

// Day is a date.
func Day(d civil.Day) Value { return Value{Kind: Date, N: int64(d)} }

// Word is a word of a closed list.
func Word(s string) Value { return Value{Kind: Enum, S: s} }

// Is is something that is so or not.
func Is(on bool) Value {
	if on {
		return Value{Kind: Flag, N: 1}
	}
	return Value{Kind: Flag}
}
