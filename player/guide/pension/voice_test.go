// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"math/rand/v2"
	"testing"
)

// TestEveryLineIsVoiced: all profiles and 1,000 invented letters.
func TestEveryLineIsVoiced(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1000))
	cases := suite(t).Profiles
	for range 1000 {
		cases = append(cases, randomCase(r))
	}
	suite(t).Voiced(t, cases)
}

// TestVoiceLengths: with the voice, every version, edge and other case takes
// 3:30 to 5:00.
func TestVoiceLengths(t *testing.T) { suite(t).VoiceLength(t, 210, 300) }

func TestVoiceCaptions(t *testing.T) { suite(t).VoiceCaptions(t) }
