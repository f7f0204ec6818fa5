// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package batch

import (
	"context"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"videoguida/tokengen/demo"
)

// childIn names the variable that tells a child process which rows to read.
const childIn = "BATCH_TEST_IN"

// campaign makes a batch as tokengen batch --format svg,csv,pdf does.
func campaign(path, dir string) error {
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	c, err := configIn(dir, "csv", "svg", "pdf")
	if err != nil {
		return err
	}
	c.Part, c.Sample, c.Rate, c.Zip = 1000, 24, 0.95, true
	_, err = Run(context.Background(), in, c)
	return err
}

// TestCampaign: memory does not grow with the campaign. It prints how fast
// letters are made; processor time tells on a machine that others use too.
func TestCampaign(t *testing.T) {
	n := sample(2000, 100_000)
	dir := t.TempDir()
	path := filepath.Join(dir, "people.csv")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := demo.WriteRows(f, rand.New(rand.NewPCG(1, 1)), n, int32(today.Unix()/86400), "naspi", "pension"); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childDir+"="+filepath.Join(dir, "out"), childIn+"="+path)
	begun := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, out)
	}
	wall, state := time.Since(begun).Seconds(), cmd.ProcessState
	work := (state.UserTime() + state.SystemTime()).Seconds()
	memory := state.SysUsage().(*syscall.Rusage).Maxrss // KiB on Linux
	t.Logf("%d tokens with csv, svg and pdf: %.0f a second here, %.0f for each second of a core, on %d cores; %d MB at most",
		n, float64(n)/wall, float64(n)/work, runtime.NumCPU(), memory*1024/1e6)
	if memory*1024 > 100e6 {
		t.Errorf("%d KiB of memory", memory)
	}
	list, err := os.ReadFile(filepath.Join(dir, "out", "tokens.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if got := len(tokens(t, string(list))); got != n {
		t.Errorf("%d tokens", got)
	}
}
