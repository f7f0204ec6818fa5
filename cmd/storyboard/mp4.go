// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"videoguida/player"
	"videoguida/player/paint"
	"videoguida/player/raster"
)

// The video's picture, px.
const videoW, videoH = 1280, 720

// encoding is how a video is written: frames a second, ffmpeg's settings.
type encoding struct {
	fps                int
	preset, crf, sound string
}

// forStaff is quick to make; forWeb is what one would publish: as small as a
// video can be at a like picture. The bench compares the film with it.
var (
	forStaff = encoding{fps: 25, preset: "veryfast", crf: "20", sound: "96k"}
	forWeb   = encoding{fps: 30, preset: "medium", crf: "23", sound: "64k"}
)

// narration is the sound beside the video, when there is one.
const narration = "narration.wav"

// errFFmpeg means that the program that makes videos is missing.
var errFFmpeg = errors.New("ffmpeg is missing: install it with apt-get install ffmpeg")

// writeVideo renders the guide as guide.mp4 for staff to watch: the frames of
// the software canvas, the captions as a track that can be switched off, and
// the narration if it was written. Progress goes to bar.
func (b *book) writeVideo(bar io.Writer) error {
	program, err := exec.LookPath("ffmpeg")
	if err != nil {
		return errFFmpeg
	}
	cmd := exec.Command(program, b.videoArgs()...) //nolint:gosec // our own arguments
	var said strings.Builder
	cmd.Stderr = &said
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	err = errors.Join(b.frames(in, bar), in.Close(), cmd.Wait())
	if err != nil {
		return fmt.Errorf("ffmpeg: %w: %s", err, strings.TrimSpace(said.String()))
	}
	return nil
}

// videoArgs tell ffmpeg where the pictures, the captions and the sound are.
func (b *book) videoArgs() []string {
	args := []string{
		"-y", "-loglevel", "error",
		"-f", "rawvideo", "-pixel_format", "rgba", "-video_size", fmt.Sprintf("%dx%d", videoW, videoH), "-framerate", fmt.Sprint(b.video.fps), "-i", "-",
		"-i", filepath.Join(b.out, "captions.vtt"),
	}
	maps := []string{"-map", "0:v"}
	if sound := filepath.Join(b.out, narration); exists(sound) {
		args = append(args, "-i", sound)
		maps = append(maps, "-map", "2:a", "-c:a", "aac", "-ac", "1", "-b:a", b.video.sound, "-metadata:s:a:0", "language="+language(b.tl.Lang))
	}
	args = append(append(args, maps...), "-map", "1:s", "-t", fmt.Sprintf("%.3f", float64(b.lasts())/1000),
		"-metadata", "title="+b.tl.Text(b.tl.Board.Title))
	return append(args, "-c:v", "libx264", "-preset", b.video.preset, "-crf", b.video.crf, "-pix_fmt", "yuv420p",
		"-c:s", "mov_text", "-metadata:s:s:0", "language="+language(b.tl.Lang), "-movflags", "+faststart", filepath.Join(b.out, "guide.mp4"))
}

// lasts is how long the video is, ms: the guide, or the cut of it.
func (b *book) lasts() int {
	if b.cut > 0 {
		return min(b.cut*1000, b.tl.Duration)
	}
	return b.tl.Duration
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// language is the three-letter code of a language.
func language(lang string) string {
	return map[string]string{"it": "ita", "de": "deu", "en": "eng"}[lang]
}

// frames writes every frame as bare pixels.
func (b *book) frames(to io.Writer, bar io.Writer) error {
	b.player.Resize(player.View{W: videoW, H: videoH, Bottom: captionRoom})
	canvas := raster.New(videoW, videoH, b.fonts)
	var ops paint.Ops
	fps := b.video.fps
	all := b.lasts() * fps / 1000
	for n := range all {
		b.player.Advance(0, player.Input{Kind: player.Seek, Ms: n * 1000 / fps})
		b.player.Paint(&ops)
		canvas.Clear()
		ops.Replay(canvas, 1)
		if _, err := to.Write(canvas.Image().Pix); err != nil {
			return err
		}
		if n%fps == 0 || n == all-1 {
			progress(bar, n+1, all)
		}
	}
	return nil
}

// captionRoom is what a video player's captions cover at the bottom, px.
const captionRoom = 112

// progress draws how far the work has come, on one line.
func progress(w io.Writer, n, all int) {
	const width = 30
	full := width * n / all
	fmt.Fprintf(w, "\r[%s%s] %3d%%", strings.Repeat("#", full), strings.Repeat(".", width-full), 100*n/all)
	if n == all {
		fmt.Fprintln(w)
	}
}
