// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package site is the folder that the public site is built from. Go programs
// take its letters only: pages of the institute's staff look like the guide.
package site

import "embed"

// Fonts holds fonts/tw-400.woff2, tw-600 and tw-700: Titillium Web.
//
//go:embed fonts/*.woff2
var Fonts embed.FS
