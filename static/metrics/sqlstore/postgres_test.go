// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sqlstore

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// need skips a test whose program is missing, or fails it where everything was
// installed for it (NEED=1, as make test does).
func need(t *testing.T, program, pkg string) string {
	t.Helper()
	names, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + program)
	if len(names) > 0 {
		return names[len(names)-1]
	}
	path, err := exec.LookPath(program)
	if err == nil {
		return path
	}
	if os.Getenv("NEED") != "" {
		t.Fatalf("%s is missing: e2e/setup.sh installs Debian's %s", program, pkg)
	}
	t.Skipf("%s is missing: apt-get install %s", program, pkg)
	return ""
}

// postgres starts a server of its own in a temporary folder and returns the
// address of its socket. PostgreSQL does not run as root.
func postgres(t *testing.T) string {
	t.Helper()
	initdb, server := need(t, "initdb", "postgresql"), need(t, "postgres", "postgresql")
	dir, err := os.MkdirTemp("", "guida-pg")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	attr := lowly(t, dir)
	start := func(name string, args ...string) *exec.Cmd {
		cmd := exec.Command(name, args...)
		cmd.SysProcAttr, cmd.Dir = attr, dir
		return cmd
	}
	data := filepath.Join(dir, "data")
	if out, err := start(initdb, "-D", data, "-A", "trust", "-U", "guida", "-E", "UTF8", "--locale", "C", "--no-sync").CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	cmd := start(server, "-D", data, "-k", dir, "-c", "listen_addresses=", "-c", "max_connections=50")
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Signal(syscall.SIGINT) // fast shutdown
		cmd.Wait()
	})
	awaitSocket(t, dir, log.Name())
	return "postgres:///postgres?user=guida&host=" + dir
}

// lowly returns how to run as somebody who is not root, and gives them dir.
func lowly(t *testing.T, dir string) *syscall.SysProcAttr {
	t.Helper()
	if os.Geteuid() != 0 {
		return nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		u, err = user.Lookup("nobody")
	}
	if err != nil {
		t.Fatal(err)
	}
	uid, _ := strconv.Atoi(u.Uid)
	gid, _ := strconv.Atoi(u.Gid)
	if err := os.Chown(dir, uid, gid); err != nil {
		t.Fatal(err)
	}
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
}

func awaitSocket(t *testing.T, dir, log string) {
	t.Helper()
	for range 600 {
		if db, err := Open(context.Background(), "postgres:///postgres?user=guida&host="+dir); err == nil {
			db.Close()
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	said, _ := os.ReadFile(log)
	t.Fatalf("PostgreSQL did not start:\n%s", said)
}

var databases atomic.Int64

// database makes an empty database on a server.
func database(t *testing.T, server string) string {
	t.Helper()
	db, err := Open(context.Background(), server)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	name := fmt.Sprintf("test%d", databases.Add(1))
	if _, err := db.write.Exec("CREATE DATABASE " + name); err != nil {
		t.Fatal(err)
	}
	return "postgres:///" + name + server[len("postgres:///postgres"):]
}
