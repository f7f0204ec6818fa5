#!/usr/bin/python3
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

"""What a screen reader is told of one web page on the desktop's accessibility bus (AT-SPI).

Events go out as JSON lines: {"event": "live" | "announcement" | "focus" | "name" | "value" | "state", ...}. Questions come in as
JSON lines {"id", "ask", ...} and are answered by {"id", "answer"} or {"id", "error"}:

  tree            every object of the page that has a name or can be used, in its order
  press name      does the action of the one control with this role and name
  slider name     the value of a slider as a number and as words
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

LIVE = ("polite", "assertive")


def say(message):
    print(json.dumps(message, ensure_ascii=False), flush=True)


def told(obj):
    """An object as one hears of it."""
    states = obj.get_state_set()
    kept = [s for s in ("focused", "pressed", "checked", "expanded", "modal") if states.contains(getattr(Atspi.StateType, s.upper()))]
    return {"role": obj.get_role_name(), "name": obj.get_name(), "description": obj.get_description(), "states": kept}


def in_page(obj):
    """Whether an object belongs to a page, not to the browser's window."""
    while obj is not None:
        if obj.get_role() == Atspi.Role.DOCUMENT_WEB:
            return True
        obj = obj.get_parent()
    return False


def politeness(obj):
    return (obj.get_attributes() or {}).get("container-live", "off")


def text_of(obj):
    count = Atspi.Text.get_character_count(obj)
    return Atspi.Text.get_text(obj, 0, count) if count else obj.get_name()


def words_of(value):
    """The text that an event carries."""
    return value if isinstance(value, str) else text_of(value) if isinstance(value, Atspi.Accessible) else ""


def on_event(event):
    try:
        kind, source = event.type, event.source
        if not in_page(source):
            return
        if kind.startswith("object:announcement"):
            say({"event": "announcement", "text": words_of(event.any_data)})
        elif kind.startswith("object:text-changed:insert"):
            if politeness(source) in LIVE:
                say({"event": "live", "politeness": politeness(source), "text": words_of(event.any_data).strip("\ufffc \n"), **told(source)})
        elif kind.startswith("object:state-changed:focused"):
            if event.detail1:
                say({"event": "focus", **told(source)})
        elif kind.startswith("object:property-change:accessible-name"):
            say({"event": "name", **told(source)})
        elif kind.startswith("object:property-change:accessible-value"):
            say({"event": "value", "words": spoken_value(source), **told(source)})
        else:
            say({"event": "state", "state": kind.split(":")[2], "on": bool(event.detail1), **told(source)})
    except GLib.Error as gone:  # an object that went while it was asked
        print("atspi:", gone, file=sys.stderr)


def pages():
    """The roots of the pages that show."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()  # else it has the programs that were there first
    found = []

    def look(obj):
        if obj is None:
            return
        if obj.get_role() == Atspi.Role.DOCUMENT_WEB:
            if obj.get_state_set().contains(Atspi.StateType.SHOWING):
                found.append(obj)
            return
        for i in range(obj.get_child_count()):
            look(obj.get_child_at_index(i))

    look(desktop)
    return found


def objects():
    """Every object of the page, from its top."""
    def walk(obj):
        yield obj
        for i in range(obj.get_child_count()):
            child = obj.get_child_at_index(i)
            if child is not None:
                yield from walk(child)

    for page in pages():
        yield from walk(page)


def spoken_value(obj):
    return (obj.get_attributes() or {}).get("valuetext", "") or Atspi.Value.get_text(obj)


def the_one(role, name):
    found = [o for o in objects() if o.get_role_name() == role and o.get_name() == name]
    if len(found) != 1:
        raise LookupError(f"{len(found)} objects are a {role} called {name!r}")
    return found[0]


def tree(_):
    return [told(o) for o in objects() if o.get_name() or o.get_state_set().contains(Atspi.StateType.FOCUSABLE)]


def press(question):
    return Atspi.Action.do_action(the_one(question["role"], question["name"]), 0)


def slider(question):
    obj = the_one("slider", question["name"])
    return {"now": Atspi.Value.get_current_value(obj), "words": spoken_value(obj), "attributes": obj.get_attributes()}


def on_line(channel, _condition):
    line = channel.readline()
    if not line:
        Atspi.event_quit()
        return False
    question = json.loads(line)
    try:
        answer = {"tree": tree, "press": press, "slider": slider}[question["ask"]](question)
        say({"id": question["id"], "answer": answer})
    except (GLib.Error, LookupError) as why:
        say({"id": question["id"], "error": str(why)})
    return True


def switch_on():
    """Tells programs that a screen reader is there, as one does when it starts."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        on = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", on, None, Gio.DBusCallFlags.NONE, -1)


def main():
    switch_on()
    Atspi.init()
    Atspi.set_timeout(20_000, 20_000)  # a busy machine draws for seconds
    listener = Atspi.EventListener.new(on_event)
    for kind in ("object:announcement", "object:text-changed:insert", "object:state-changed:focused", "object:state-changed:pressed",
                 "object:state-changed:checked", "object:state-changed:expanded", "object:property-change:accessible-name",
                 "object:property-change:accessible-value"):
        listener.register(kind)
    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, on_line)
    say({"event": "ready"})
    Atspi.event_main()


main()
