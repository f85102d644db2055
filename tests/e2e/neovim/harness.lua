-- What the scenarios have in common. Each is run as
--   nvim --clean -l SCENARIO HARNESS RUST_ANALYZER RUSTMEND PLUGIN PROJECT RESULT ENCODING
-- and ends with finish(), which writes what was seen to RESULT as JSON; the test reads it there.
-- An expectation that fails ends the scenario with its words as the `problem`.
local _, rust_analyzer, rustmend, plugin, project, result, encoding = unpack(arg)

local h = { project = project, seen = { notifications = {} }, state = '', quiescent = false }

vim.notify = function(message)
  table.insert(h.seen.notifications, message)
end
vim.notify_once = vim.notify

function h.finish(problem)
  h.seen.problem = problem
  h.seen.messages = vim.fn.execute('messages')
  vim.fn.writefile({ vim.json.encode(h.seen) }, result)
  for _, client in ipairs(vim.lsp.get_clients()) do
    client:stop(true)
  end
  vim.wait(2000, function()
    return #vim.lsp.get_clients() == 0
  end)
  os.exit(problem and 1 or 0)
end

function h.wait(what, condition)
  if not vim.wait(tonumber(vim.env.RUSTMEND_TEST_WAIT_MS or 180000), condition, 20) then
    h.finish(('timed out: %s; notifications: %s'):format(what, vim.inspect(h.seen.notifications)))
  end
end

function h.expect(what, value, told)
  if not value then
    h.finish(('%s: %s\n%s'):format(what, vim.inspect(told), debug.traceback()))
  end
  return value
end

-- An error in a scenario must not look like a scenario that never ran.
function h.run(scenario)
  local ok, failure = xpcall(scenario, debug.traceback)
  h.finish(not ok and failure or nil)
end

-- Puts the plugin on the runtimepath as a plugin manager does, and enables it.
function h.enable()
  vim.opt.runtimepath:append(plugin)
  vim.cmd('filetype on')
  vim.cmd('runtime! plugin/rustmend.lua')
  vim.g.rustmend = vim.tbl_extend('force', { cmd = { rustmend, 'lsp' } }, vim.g.rustmend or {})
  if encoding ~= 'utf-8' then
    vim.lsp.config('*', { capabilities = { general = { positionEncodings = { encoding } } } })
  end
  vim.api.nvim_create_autocmd('User', {
    pattern = 'RustmendStatus',
    callback = function(event)
      h.state, h.status = event.data.state, event.data
    end,
  })
  vim.lsp.enable('rustmend')
end

-- Enables the real rust-analyzer beside it.
function h.rust_analyzer()
  vim.lsp.config('rust_analyzer', {
    cmd = { rust_analyzer },
    filetypes = { 'rust' },
    root_markers = { 'Cargo.toml' },
    capabilities = { experimental = { serverStatusNotification = true } },
  })
  vim.lsp.handlers['experimental/serverStatus'] = function(_, status)
    h.quiescent = status.quiescent
  end
  vim.lsp.enable('rust_analyzer')
end

function h.edit(file)
  vim.cmd.edit(vim.fn.fnameescape(project .. '/' .. file))
  return vim.api.nvim_get_current_buf()
end

function h.text(bufnr)
  return table.concat(vim.api.nvim_buf_get_lines(bufnr or 0, 0, -1, false), '\n')
end

function h.save()
  h.state = ''
  vim.cmd('silent write')
  vim.cmd('silent wall')
end

function h.settled(errors)
  h.wait(('idle with %d errors'):format(errors), function()
    return h.state == 'idle' and h.status.errors == errors
  end)
end

-- Puts the cursor on the nth `needle`.
function h.go(needle, nth)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  for _ = 1, nth or 1 do
    h.expect('found ' .. needle, vim.fn.search('\\V' .. needle, 'W') > 0)
  end
end

function h.floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

-- Waits for a floating window and returns its text.
function h.float()
  h.wait('a floating window', h.floating)
  return h.text(vim.api.nvim_win_get_buf(h.floating()))
end

function h.press(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'mx', false)
end

-- Takes the notifications since the last time.
function h.told()
  local told = h.seen.notifications
  h.seen.notifications = {}
  return table.concat(told, '\n')
end

-- Answers each vim.ui.select by `choose(items, shown)`, which returns the number of an item or nil.
function h.select(choose)
  vim.ui.select = function(items, options, on_choice)
    local shown = vim.tbl_map(options.format_item or tostring, items)
    local number = choose(items, shown, options)
    on_choice(items[number], number)
  end
end

return h
