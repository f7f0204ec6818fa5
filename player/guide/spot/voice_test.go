// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package spot

import "testing"

func TestEveryLineIsVoiced(t *testing.T) { suite().Voiced(t, suite().Profiles) }
func TestVoiceLength(t *testing.T)       { suite().VoiceLength(t, 40, 60) }
func TestVoiceCaptions(t *testing.T)     { suite().VoiceCaptions(t) }
