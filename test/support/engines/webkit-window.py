#!/usr/bin/python3
"""A window of WebKitGTK that its WebDriver can drive and that keeps its profile in a folder, as a person's browser does.
WebKit's own MiniBrowser forgets everything at its end when it is driven. Arguments: the folder, width, height."""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

profile, width, height = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
kept = WebKit2.WebsiteDataManager(base_data_directory=f"{profile}/data", base_cache_directory=f"{profile}/cache")
context = WebKit2.WebContext(website_data_manager=kept, time_zone_override="Asia/Ho_Chi_Minh")
context.set_automation_allowed(True)
context.set_preferred_languages(["vi-VN", "vi"])


def open_window(_session):
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    view.get_settings().set_enable_write_console_messages_to_stdout(True)
    window = Gtk.Window()
    window.set_default_size(width, height)
    window.add(view)
    for part, ends in ((view, "close"), (window, "destroy")):
        part.connect(ends, lambda _part: Gtk.main_quit())
    window.show_all()
    return view


def begin(_context, session):
    about = WebKit2.ApplicationInfo()
    about.set_name("MiniBrowser")
    session.set_application_info(about)
    session.connect("create-web-view", open_window)


context.connect("automation-started", begin)
Gtk.main()
