// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package benefit holds the rules that a guide explains: the reduction of
// NASpI, its dates, the new-job cases, the days on which pensions are paid and
// the figures of law of each year.
//
// The institute decides every amount; the token carries its results. What is
// here serves to draw the months, to choose scenes and to explain limits, and
// never decides a right again. Legal figures live in params.json and
// pensions.json, each with its source and how sure it is. Amounts are euro cents; rounding is half up,
// once, at the end.
//
// Sources: D.Lgs. 22/2015 artt. 4, 5, 8, 9, 10; L. 234/2021 art. 1 c. 221;
// L. 199/2025 art. 1 c. 176; INPS circ. 94/2015, 2/2022, 1/2026, 4/2026.
package benefit

//go:generate go run ./gen
