// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package deploy

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"flag"
	"fmt"
	"math/big"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// compare is the folder of a site built at quality 11. compare.sh sets it: the
// comparison takes a quiet machine and a minute, so it is no part of other runs.
var compare = flag.String("compare", "", "compare the host's CPU with nginx's, for the site in this folder")

// kind is what is asked for, how, and how much more than nginx the host may
// take for it.
type kind struct {
	name     string
	file     string // by its source name
	https    bool
	clients  int
	requests int // per client and round
	limit    float64
	// tuned gives nginx its open_file_cache, with which Debian's brotli module
	// sends other forms at times: what nginx could do at best, told without a limit.
	tuned bool
}

// rounds are measured in turn, host and nginx. What else runs on the machine can
// only add to a round, so the least of each counts; the median is told beside it.
const rounds = 7

// TestCompare measures the CPU that the host and nginx with brotli_static take
// for a request, in the same run: what the kernel counts for each process, user
// and system.
func TestCompare(t *testing.T) {
	if *compare == "" {
		t.Skip("run static/deploy/compare.sh")
	}
	dir, err := filepath.Abs(*compare)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []kind{
		{"small-file-http1", "index.html", false, 8, 1500, 2, false},
		{"small-file-https-http2", "index.html", true, 8, 1500, 2, false},
		{"film-https-http2", "film.wasm", true, 4, 15, 1.5, false},
		{"small-file-http1-tuned-nginx", "index.html", false, 8, 1500, 0, true},
		{"small-file-https-http2-tuned-nginx", "index.html", true, 8, 1500, 0, true},
		{"film-https-http2-tuned-nginx", "film.wasm", true, 4, 15, 0, true},
	} {
		t.Run(k.name, func(t *testing.T) { k.run(t, dir) })
	}
}

func (k kind) run(t *testing.T, site string) {
	cert, key := pair(t)
	ours := startHost(t, site, cert, key, k.https)
	theirs := k.startNginx(t, site, cert, key)
	var host, nginx, ratios []float64
	for round := range rounds + 1 {
		h, n := k.cost(t, ours, site), k.cost(t, theirs, site)
		if round == 0 {
			continue // warming up
		}
		host, nginx, ratios = append(host, h), append(nginx, n), append(ratios, h/n)
	}
	ratio := slices.Min(host) / slices.Min(nginx)
	t.Logf("host %.0f µs, nginx %.0f µs of CPU a request; ratio %.2f, median %.2f, limit %.1f (%d × %d × %d requests, load %s)",
		slices.Min(host), slices.Min(nginx), ratio, median(ratios), k.limit, rounds, k.clients, k.requests, load())
	if !k.tuned && ratio > k.limit {
		t.Errorf("the host takes %.2f times nginx's CPU, limit %.1f", ratio, k.limit)
	}
}

func median(v []float64) float64 {
	s := slices.Sorted(slices.Values(v))
	return s[len(s)/2]
}

// load is the machine's load average of the last minute.
func load() string {
	b, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	first, _, _ := strings.Cut(string(b), " ")
	return first
}

// server is a process to be measured.
type server struct {
	url, port string
	pid       int
}

// cost asks a server as often as k says and returns its CPU a request, µs. The
// client is h2load with windows of a browser's size: Go's own tells the server of
// every few bytes that it took, which browsers do not.
func (k kind) cost(t *testing.T, s server, site string) float64 {
	t.Helper()
	path, size := fileOf(t, site, k.file)
	n := k.clients * k.requests
	args := []string{"-n", strconv.Itoa(n), "-c", strconv.Itoa(k.clients), "-w", "22", "-W", "24",
		"-H", "accept-encoding: gzip, deflate, br, zstd", "--connect-to", "127.0.0.1:" + s.port, s.url + path}
	if !k.https {
		args = append([]string{"--h1"}, args...)
	}
	before := cpu(t, s.pid)
	out, err := exec.Command("h2load", args...).CombinedOutput()
	used := cpu(t, s.pid) - before
	if err != nil || !strings.Contains(string(out), fmt.Sprintf("status codes: %d 2xx", n)) {
		t.Fatalf("%v: %s", err, out)
	}
	if got := dataOf(t, string(out)); !k.tuned && got != size*int64(n) {
		t.Fatalf("%d bytes came, want %d of brotli", got, size*int64(n))
	}
	return float64(used) / float64(time.Microsecond) / float64(n)
}

// data is what h2load says of the bodies that came: "(12345) data".
var data = regexp.MustCompile(`\((\d+)\) data`)

func dataOf(t *testing.T, out string) int64 {
	t.Helper()
	m := data.FindStringSubmatch(out)
	if m == nil {
		t.Fatal(out)
	}
	n, err := strconv.ParseInt(m[1], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// fileOf returns a file's path in the site and its compressed size.
func fileOf(t *testing.T, site, name string) (string, int64) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(site, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var m struct {
		Files map[string]struct {
			Name   string
			Brotli int64
		}
	}
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	return "/" + m.Files[name].Name, m.Files[name].Brotli
}

// cpu is what a process has used, to the nanosecond.
func cpu(t *testing.T, pid int) time.Duration {
	t.Helper()
	var sum time.Duration
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil || len(tasks) == 0 {
		t.Fatalf("process %d is gone: %v", pid, err)
	}
	for _, task := range tasks {
		b, err := os.ReadFile(task)
		if err != nil {
			continue // the thread ended
		}
		first, _, _ := strings.Cut(string(b), " ")
		ns, err := strconv.ParseInt(first, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		sum += time.Duration(ns)
	}
	return sum
}

func startHost(t *testing.T, site, cert, key string, https bool) server {
	t.Helper()
	program := filepath.Join(t.TempDir(), "videoguida")
	if out, err := exec.Command("go", "build", "-o", program, "videoguida/cmd/videoguida").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	port := freePort(t)
	args := []string{"serve", "--site", site, "--addr", "127.0.0.1:" + port, "--host", "guida.example"}
	if https {
		args = append(args, "--tls-cert", cert, "--tls-key", key)
	}
	return start(t, port, https, exec.Command(program, args...))
}

// startNginx starts nginx with the shipped configuration, without its master
// process, so that the process that is measured does the work.
func (k kind) startNginx(t *testing.T, site, cert, key string) server {
	t.Helper()
	dir := t.TempDir()
	s := Server{Host: "guida.example", Bind: "127.0.0.1", Listen: freePort(t), Root: site}
	more := ""
	if k.https {
		s.Cert, s.Key = cert, key
	}
	if k.tuned {
		more = "open_file_cache max=200 inactive=1h;\n"
	}
	var conf strings.Builder
	if err := Write(&conf, "nginx", s); err != nil {
		t.Fatal(err)
	}
	main := `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off; master_process off; pid ` + dir + `/pid; error_log stderr crit;
events {}
http { client_body_temp_path ` + dir + `; proxy_temp_path ` + dir + `; fastcgi_temp_path ` + dir + `; uwsgi_temp_path ` + dir + `; scgi_temp_path ` + dir + `;
keepalive_requests 1000000;
` + more + conf.String() + "}\n"
	path := filepath.Join(dir, "nginx.conf")
	if err := os.WriteFile(path, []byte(main), 0o644); err != nil {
		t.Fatal(err)
	}
	return start(t, s.Listen, k.https, exec.Command("/usr/sbin/nginx", "-p", dir, "-c", path, "-e", "stderr"))
}

// start starts a server, waits until it listens and ends it with the test.
func start(t *testing.T, port string, https bool, cmd *exec.Cmd) server {
	t.Helper()
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Signal(syscall.SIGTERM)
		cmd.Wait()
	})
	for range 200 {
		if c, err := net.Dial("tcp", "127.0.0.1:"+port); err == nil {
			c.Close()
			scheme := "http"
			if https {
				scheme = "https"
			}
			return server{scheme + "://guida.example:" + port, port, cmd.Process.Pid}
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s did not start", cmd.Path)
	return server{}
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// pair writes a certificate and its key for guida.example.
func pair(t *testing.T) (cert, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), DNSNames: []string{"guida.example"}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	cert, key = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	for path, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return cert, key
}
