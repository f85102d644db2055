-- Run by neovim.py: nvim --clean -l typing.lua PLUGIN RUSTMEND RUST_ANALYZER ROOT FILE RESULT
-- RUSTMEND may be '-': rust-analyzer alone. Types into FILE while the errors of the last save are
-- being checked and verified, and measures each key and how late the event loop is.
local plugin, rustmend, rust_analyzer, root, file, result = unpack(arg)
local KEYS, GAP_MS, TICK_MS = 400, 20, 2

vim.cmd('filetype on')
vim.lsp.config('rust_analyzer', {
  cmd = { rust_analyzer },
  filetypes = { 'rust' },
  root_markers = { 'Cargo.toml' },
  capabilities = { experimental = { serverStatusNotification = true } },
})
local quiescent, state, status = false, '', {}
vim.lsp.handlers['experimental/serverStatus'] = function(_, told)
  quiescent = told.quiescent
end
vim.api.nvim_create_autocmd('User', {
  pattern = 'RustmendStatus',
  callback = function(event)
    state, status = event.data.state, event.data
  end,
})
local ours = rustmend ~= '-'
if ours then
  vim.opt.runtimepath:append(plugin)
  vim.g.rustmend = { cmd = { rustmend, 'lsp' } }
  vim.lsp.enable('rustmend')
end
vim.lsp.enable('rust_analyzer')
vim.cmd.cd(root)
vim.cmd.edit(file)

local function wait(what, condition)
  if not vim.wait(60000, condition, 20) then
    io.stderr:write('timed out: ' .. what .. '\n')
    os.exit(1)
  end
end
wait('rust-analyzer', function()
  return quiescent
end)
wait('rustmend', function()
  return not ours or state == 'idle'
end)

-- the break that the driver left room for: it is saved, and typing goes on elsewhere
local mark = vim.fn.search('SLIP', 'nw')
vim.api.nvim_buf_set_lines(0, mark - 1, mark, false, { '    println!("{words:?}"); // SLIP' })
state = ''
vim.cmd('silent write')
vim.api.nvim_win_set_cursor(0, { 1, 0 })
vim.cmd('normal! O// ')

local keys, lags = {}, {}
local last = vim.uv.hrtime()
local ticker = assert(vim.uv.new_timer())
ticker:start(TICK_MS, TICK_MS, function()
  local now = vim.uv.hrtime()
  table.insert(lags, math.max(0, (now - last) / 1e6 - TICK_MS))
  last = now
end)
for number = 1, KEYS do
  local began = vim.uv.hrtime()
  vim.api.nvim_feedkeys('A' .. string.char(97 + number % 26), 'nx', false)
  table.insert(keys, (vim.uv.hrtime() - began) / 1e6)
  vim.wait(GAP_MS, function()
    return false
  end, GAP_MS)
end
ticker:stop()

-- a menu, 300 ms after the fix was verified
local menu
if ours then
  wait('the fix', function()
    return state == 'idle' and status.verified > 0
  end)
  vim.wait(300)
  vim.fn.search('words:?', 'w')
  local asked = vim.uv.hrtime()
  local client = vim.lsp.get_clients({ name = 'rustmend' })[1]
  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  params.context = { diagnostics = {}, triggerKind = 1 }
  local answer = client:request_sync('textDocument/codeAction', params, 5000)
  menu = {
    ms = (vim.uv.hrtime() - asked) / 1e6,
    titles = vim.tbl_map(function(action)
      return action.title
    end, answer and answer.result or {}),
  }
end
vim.fn.writefile({
  vim.json.encode({
    keys = keys,
    lags = lags,
    menu = menu,
  }),
}, result)
for _, client in ipairs(vim.lsp.get_clients()) do
  client:stop(true)
end
os.exit(0)
