// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit

import "videoguida/player/civil"

// End returns the last day of a benefit.
func End(start civil.Day, days int) civil.Day { return start + civil.Day(days) - 1 }

// MonthsRounded returns days as months of thirty days, half up.
func MonthsRounded(days int) int { return (days + MonthDays/2) / MonthDays }

// SIISLApplies reports whether who applied on the given day is enrolled in
// SIISL: applications after 24 November 2024 (DM 174/2024).
func SIISLApplies(applied civil.Day) bool { return applied > siislAfter }

// SIISLDeadline returns the day by which the three steps are due: fifteen days
// from the start of the benefit (Messaggio INPS 4011/2024).
func SIISLDeadline(start civil.Day) civil.Day { return start + siislDays }
