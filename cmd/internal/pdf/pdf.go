// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package pdf prints pages as PDF with the system's Chromium: text stays text,
// fonts travel along, and the page's headings, lists and descriptions become
// the tags that a screen reader follows.
package pdf

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// ErrNoBrowser means that the program that prints is missing.
var ErrNoBrowser = errors.New("chromium is missing: install it with apt-get install chromium, or name it in CHROMIUM")

// Font is the address of a typeface inside the page that is printed.
func Font(file []byte) template.URL {
	return template.URL("data:font/ttf;base64," + base64.StdEncoding.EncodeToString(file)) //nolint:gosec // our own font
}

// Print prints an HTML file as a PDF file. The page says its own size and
// margins with @page.
func Print(page, out string) error {
	browser, err := find()
	if err != nil {
		return err
	}
	page, err = filepath.Abs(page)
	if err != nil {
		return err
	}
	home, err := os.MkdirTemp("", "print-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	args := []string{
		"--headless", "--disable-gpu", "--user-data-dir=" + home, "--no-pdf-header-footer",
		"--generate-pdf-document-outline", "--print-to-pdf=" + out,
	}
	if os.Geteuid() == 0 {
		args = append(args, "--no-sandbox") // Chromium refuses to sandbox for root
	}
	said, err := exec.CommandContext(ctx, browser, append(args, "file://"+page)...).CombinedOutput() //nolint:gosec // our own page
	if err != nil {
		return fmt.Errorf("chromium: %w: %s", err, strings.TrimSpace(string(said)))
	}
	if _, err := os.Stat(out); err != nil {
		return fmt.Errorf("chromium wrote nothing: %s", strings.TrimSpace(string(said)))
	}
	return nil
}

// find returns the browser: the one that CHROMIUM names, or Debian's.
func find() (string, error) {
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNoBrowser
}
