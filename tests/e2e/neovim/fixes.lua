-- `:Rustmend fix` and `:Rustmend fixall` on a fix that changes two files, of which one is not open:
-- looked at in a tab, dropped, overtaken by typing, made and written.
local h = dofile(arg[1])

local function tabs()
  return #vim.api.nvim_list_tabpages()
end

h.run(function()
  h.enable()
  h.rust_analyzer()
  local main = h.edit('src/main.rs')
  local origin = vim.api.nvim_get_current_win()
  h.settled(1)
  h.expect('the status line', vim.startswith(require('rustmend').statusline(), 'rustmend: 1 error'))
  local before = h.text(main)

  -- the cursor is on the line, though not on the error; the other window shows the same buffer
  vim.cmd.split()
  h.go('{:?}')
  vim.cmd('normal! 0')
  local titles
  h.select(function(_, shown)
    titles = shown
    return 1
  end)
  local function preview()
    vim.cmd.Rustmend('fix')
    h.wait('the preview', function()
      return tabs() == 2
    end)
  end
  preview()
  if titles then
    h.expect('each fix is verified', titles[1]:find('✓'), titles)
  end
  local windows = vim.api.nvim_tabpage_list_wins(0)
  h.expect('two windows', #windows == 2, windows)
  h.expect('they are compared', vim.wo[windows[1]].diff and vim.wo[windows[2]].diff)
  local function shown(side)
    return h.text(vim.api.nvim_win_get_buf(windows[side]))
  end
  local function bar(side)
    return vim.wo[windows[side]].winbar
  end
  h.expect('the file', bar(1):find('main.rs (1 of 2) ·', 1, true), bar(1))
  h.expect('the keys', bar(2):find('<CR> apply', 1, true), bar(2))
  h.expect('before', shown(1) == before, shown(1))
  h.expect('after', shown(2) ~= before and shown(2):find('report(&words)', 1, true), shown(2))
  h.press(']f')
  h.expect('the other file', bar(1):find('report.rs (2 of 2)', 1, true), bar(1))
  h.expect('its mend', shown(2):find('words: &', 1, true), shown(2))
  h.press('[f')
  h.expect('back', bar(1):find('main.rs', 1, true), bar(1))
  h.press('q')
  h.expect('the tab is closed', tabs() == 1)
  h.expect('nothing was changed', h.text(main) == before)
  h.expect('no scratch buffer is left', #vim.fn.getbufinfo({ bufloaded = 1 }) == 1)

  -- what is typed while one looks makes the preview void
  preview()
  vim.api.nvim_buf_set_lines(main, 0, 0, false, { '// typed' })
  h.press('<CR>')
  h.expect('it is not made', not h.text(main):find('&words', 1, true))
  h.expect('and that is said', h.told():find('the text moved on', 1, true))
  vim.api.nvim_buf_set_lines(main, 0, 1, false, {})
  h.save()
  h.settled(1)

  vim.cmd('Rustmend fixall')
  h.wait('the preview of all fixes', function()
    return tabs() == 2
  end)
  h.press('<CR>')
  h.expect('the tab is closed', tabs() == 1)
  h.expect('it is made', h.text(main):find('report(&words)', 1, true), h.text(main))
  h.expect('how to write it is said', h.told():find('2 files were changed', 1, true))
  h.save()
  h.settled(0)
  h.expect('the status line', require('rustmend').statusline() == 'rustmend: ✓')
  vim.cmd.Rustmend('fix')
  h.wait('no error', function()
    return #h.seen.notifications > 0
  end)
  local told = h.told()
  h.expect('no error', told:find('there is no error at this place', 1, true), told)
  h.expect('both windows are there', vim.api.nvim_win_is_valid(origin))
end)
