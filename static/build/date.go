// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"fmt"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// Dated is the time of a build and where it was taken from, in words.
type Dated struct {
	Time time.Time
	From string
}

// Date returns the time that a build of the folder counts as made at. Equal
// sources must give equal bytes, so the clock is only the last resort:
//
//   - epoch, the text of SOURCE_DATE_EPOCH (Unix seconds), if it is not empty;
//   - the date of the last commit, if the folder is the top of a git checkout;
//   - now.
//
// The page's clock never shows less than this time. Too early a time makes that
// bound weaker and harms nobody; one that is still to come would show every phone
// a wrong day. Such an epoch is an error, and such a commit gives way to now.
//
// See https://reproducible-builds.org/specs/source-date-epoch/.
func Date(root, epoch string, now time.Time) (Dated, error) {
	if epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil || seconds < 0 {
			return Dated{}, fmt.Errorf("SOURCE_DATE_EPOCH must be seconds since 1970, such as 1795521600, not %q", epoch)
		}
		if seconds > now.Unix() {
			return Dated{}, fmt.Errorf("SOURCE_DATE_EPOCH is %s, which is still to come: no phone's page would show an earlier day", stamp(time.Unix(seconds, 0)))
		}
		return Dated{time.Unix(seconds, 0), "SOURCE_DATE_EPOCH"}, nil
	}
	if commit, ok := lastCommit(root); ok && !commit.After(now) {
		return Dated{commit, "the last commit"}, nil
	}
	return Dated{now, "the clock: without a git checkout, SOURCE_DATE_EPOCH makes the same bytes again"}, nil
}

// lastCommit is the date of the commit that is checked out in the folder. A
// folder within another project's checkout has none.
func lastCommit(root string) (time.Time, bool) {
	prefix, err1 := exec.Command("git", "-C", root, "rev-parse", "--show-prefix").Output()
	date, err2 := exec.Command("git", "-C", root, "-c", "log.showSignature=false", "log", "-1", "--format=%ct").Output()
	seconds, err3 := strconv.ParseInt(strings.TrimSpace(string(date)), 10, 64)
	ok := err1 == nil && err2 == nil && err3 == nil && strings.TrimSpace(string(prefix)) == ""
	return time.Unix(seconds, 0), ok
}

// stamp writes a time as the manifest does.
func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// String says the time and its source.
func (d Dated) String() string { return "dated " + stamp(d.Time) + " by " + d.From }
