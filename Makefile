# Mingfa 明法. `make help` lists the tasks.
#
# run and test share one debug build, so that a first try takes minutes. build, bench and install
# make the static release, which runs on machines without Swift.

PREFIX = /usr/local
DESTDIR =
# For the program, in `make run ARGS="--lang en"`, and for the measurements in `make bench`.
ARGS =

DEBUG = .build/debug
RELEASE = .build/release
# A start has a few milliseconds, and looking names up in libraries took two of them: libstdc++ and
# libgcc are linked in, and neither are names exported nor libraries looked for beside the program.
# So are libunistring, libsodium and GLPK, which only compute. What reads files of strangers (SQLite, expat,
# minizip) stays the system's, which keeps it mended.
ARCHIVES = .build/archives
STATIC = -c release --static-swift-stdlib --disable-local-rpath -Xlinker --no-export-dynamic \
  -Xswiftc -L$(ARCHIVES) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
shared = $(DESTDIR)$(PREFIX)/share
share = $(shared)/mingfa
doc = $(shared)/doc/mingfa
# What shells complete `mingfa` with, where each looks for it.
bash = bash-completion/completions/mingfa
zsh = zsh/site-functions/_mingfa
fish = fish/vendor_completions.d/mingfa.fish
# Simple mode from a desktop: its entry, which names the launcher, and its icon.
entry = applications/mingfa-simple.desktop
icon = icons/hicolor/scalable/apps/mingfa.svg
LAUNCHER = $(PREFIX)/bin/mingfa-simple

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test lint format docs tour exam-day build bench faults install install-desktop uninstall dist \
  clean

help:
	@echo 'make run        practise with the shipped banks (data in results/)   练习'
	@echo 'make test       run all tests                                        测试'
	@echo 'make lint       check format, walls, names and comments              检查'
	@echo 'make format     set the format right                                 排版'
	@echo 'make docs       write docs/commands.md from the program itself       文档'
	@echo 'make tour       play sessions in terminals and write docs/tour.md    导览'
	@echo 'make exam-day   play a whole exam and write docs/exam-day.md          考试日'
	@echo 'make build      the static release: .build/release/mingfa            编译'
	@echo 'make bench      measure the promises of speed and memory             测速'
	@echo 'make faults     kills, full disks, 2,400 power cuts: what is lost?    故障'
	@echo 'make install    into PREFIX=/usr/local (DESTDIR for packagers)       安装'
	@echo 'make uninstall  take it away again; data folders stay                卸载'
	@echo 'make dist       a tarball that runs on Debian 12 without Swift       打包'
	@echo 'make clean      remove builds; results/ and all data stay            清理'

# Standard input and output belong to the program: `make run < answers.txt` finishes a session.
run:
	@scripts/setup run
	@scripts/build --product mingfa
	@MINGFA_DATA=results MINGFA_BANKS=questionbanks exec $(DEBUG)/mingfa practice $(ARGS)

test:
	@scripts/setup test
	@scripts/build --build-tests
	@swift test --skip-build --disable-xctest --parallel $(ARGS) </dev/null

lint:
	@scripts/lint

format:
	@swift format --in-place --parallel --recursive --configuration .swift-format \
	  Sources Tests Benchmarks Package.swift

docs:
	@scripts/setup run
	@scripts/build --product mingfa
	@scripts/commands >.build/commands.md
	@mv .build/commands.md docs/commands.md

# Written beside first, so that a tour that fails leaves the page as it was.
tour:
	@scripts/setup test
	@scripts/build --product mingfa
	@MINGFA_PROGRAM=$(DEBUG)/mingfa scripts/tour > docs/tour.md.new \
	  && mv docs/tour.md.new docs/tour.md || { rm -f docs/tour.md.new; exit 1; }

exam-day:
	@scripts/setup run
	@scripts/build --product mingfa
	@MINGFA_PROGRAM=$(DEBUG)/mingfa scripts/exam-day > docs/exam-day.md.new \
	  && mv docs/exam-day.md.new docs/exam-day.md || { rm -f docs/exam-day.md.new; exit 1; }

build:
	@scripts/setup run
	@# The linker takes the archive where a folder has no other form of the library. Where there is
	@# no archive, it takes the library.
	@mkdir -p $(ARCHIVES)
	@for library in stdc++ unistring sodium; do for driver in clang cc gcc; do \
	  archive=$$($$driver -print-file-name=lib$$library.a 2>/dev/null) && [ -e "$$archive" ] \
	    && ln -sf "$$archive" $(ARCHIVES)/lib$$library.a && break; done; done; true
	@scripts/glpk-archive >$(ARCHIVES)/libglpk.a 2>/dev/null \
	  || rm -f $(ARCHIVES)/libglpk.a
	@scripts/build $(STATIC) --product mingfa

bench: build
	@scripts/setup bench
	@scripts/build $(STATIC) --product MingfaBench
	@MINGFA_PROGRAM=$(RELEASE)/mingfa $(RELEASE)/MingfaBench $(ARGS)

# The tests named …Fault… read MINGFA_FAULTS: `full` is the whole round, unset is a short one.
faults:
	@scripts/setup test
	@scripts/build --build-tests
	@swift test list --skip-build --disable-xctest 2>/dev/null </dev/null | grep -q Fault \
	  || { echo 'faults: no test has Fault in its name.' >&2; exit 1; }
	@MINGFA_FAULTS=full swift test --skip-build --disable-xctest --filter Fault $(ARGS) </dev/null

# `make build` first, then `sudo make install`, where root has no Swift.
install:
	@if command -v swift >/dev/null 2>&1; then $(MAKE) build; \
	elif [ ! -x $(RELEASE)/mingfa ]; then \
	  echo "install: 请先运行 make build / run 'make build' first." >&2; exit 1; fi
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(share)" "$(doc)/licences"
	install -m 755 $(RELEASE)/mingfa "$(DESTDIR)$(PREFIX)/bin/mingfa"
	@! command -v strip >/dev/null 2>&1 || strip "$(DESTDIR)$(PREFIX)/bin/mingfa"
	$(MAKE) install-desktop
	rm -rf "$(share)/questionbanks"
	cp -R questionbanks "$(share)/questionbanks"
	install -d "$(share)/statutes"
	install -m 644 statutes/index.txt "$(share)/statutes/index.txt"
	install -m 644 README*.md CHANGELOG.md docs/*.md "$(doc)"
	install -m 644 LICENSE "$(doc)/licences/mingfa.GPL-3"
	install -m 644 questionbanks/LICENSE "$(doc)/licences/questionbanks.CC-BY-4.0"
	@for folder in .build/checkouts/*/; do \
	  for file in "$$folder"LICENSE*; do \
	    [ ! -f "$$file" ] || install -m 644 "$$file" "$(doc)/licences/$$(basename "$$folder").txt"; \
	  done; done
	chmod -R u=rwX,go=rX "$(share)" "$(doc)"
	@for shell in $(bash) $(zsh) $(fish); do \
	  install -d "$(shared)/$${shell%/*}"; \
	  $(RELEASE)/mingfa --generate-completion-script $${shell%%[-/]*} >"$(shared)/$$shell" \
	    && chmod 644 "$(shared)/$$shell" || exit 1; done
	@install -d "$(shared)/man/man1" "$(shared)/man/zh_CN/man1"
	scripts/manual en $(RELEASE)/mingfa >"$(shared)/man/man1/mingfa.1"
	scripts/manual zh $(RELEASE)/mingfa >"$(shared)/man/zh_CN/man1/mingfa.1"
	@chmod 644 "$(shared)/man/man1/mingfa.1" "$(shared)/man/zh_CN/man1/mingfa.1"

# A part of install that needs no program.
install-desktop:
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(shared)/$(dir $(entry))" "$(shared)/$(dir $(icon))"
	install -m 755 desktop/mingfa-simple "$(DESTDIR)$(PREFIX)/bin/mingfa-simple"
	sed 's|^Exec=.*|Exec="$(LAUNCHER)"|' desktop/mingfa-simple.desktop >"$(shared)/$(entry)"
	install -m 644 desktop/mingfa.svg "$(shared)/$(icon)"
	@chmod 644 "$(shared)/$(entry)"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/mingfa" "$(DESTDIR)$(PREFIX)/bin/mingfa-simple"
	rm -rf "$(share)" "$(doc)"
	cd "$(shared)" && rm -f $(bash) $(zsh) $(fish) man/man1/mingfa.1 man/zh_CN/man1/mingfa.1 \
	  $(entry) $(icon)

dist:
	@scripts/setup dist
	@scripts/dist

clean:
	rm -rf .build
