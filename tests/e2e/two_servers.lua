-- Run: nvim --clean -l two_servers.lua RUST_ANALYZER RUSTMEND PLUGIN PROJECT RESULT
-- Opens PROJECT/src/main.rs beside the real rust-analyzer, saves, takes rustmend's fix from the merged
-- menu with the cursor where it is, undoes it, takes it again and saves. What was seen goes to RESULT
-- as JSON; the test reads it there.
local rust_analyzer, rustmend, plugin, project, result = unpack(arg)
local seen = { notifications = {}, menu = {}, statuses = {} }

vim.notify = function(message)
  table.insert(seen.notifications, message)
end
vim.notify_once = vim.notify

local function finish(problem)
  seen.problem = problem
  seen.messages = vim.fn.execute('messages')
  vim.fn.writefile({ vim.json.encode(seen) }, result)
  for _, client in ipairs(vim.lsp.get_clients()) do
    client:stop(true)
  end
  vim.wait(2000, function()
    return #vim.lsp.get_clients() == 0
  end)
  os.exit(problem and 1 or 0)
end

local function wait(what, condition)
  if not vim.wait(180000, condition, 20) then
    finish('timed out: ' .. what)
  end
end

vim.opt.runtimepath:append(plugin)
vim.cmd('filetype on')
vim.lsp.config('rust_analyzer', {
  cmd = { rust_analyzer },
  filetypes = { 'rust' },
  root_markers = { 'Cargo.toml' },
  capabilities = { experimental = { serverStatusNotification = true } },
})
vim.lsp.config('rustmend', { cmd = { rustmend, 'lsp' } })

local quiescent, state = false, ''
vim.lsp.handlers['experimental/serverStatus'] = function(_, status)
  quiescent = status.quiescent
end
vim.lsp.handlers['rustmend/status'] = function(_, status)
  state = status.state
  table.insert(seen.statuses, status)
end
vim.lsp.enable({ 'rust_analyzer', 'rustmend' })

vim.cmd.edit(project .. '/src/main.rs')
local buffer = vim.api.nvim_get_current_buf()
local function text()
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end
local function marks(source)
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.source == source
  end, vim.diagnostic.get(buffer))
end

wait('both attached', function()
  return #vim.lsp.get_clients({ bufnr = buffer }) == 2
end)
seen.attached = vim.tbl_map(function(client)
  return client.name
end, vim.lsp.get_clients({ bufnr = buffer }))
wait('rust-analyzer has loaded', function()
  return quiescent
end)
wait("rust-analyzer's own errors", function()
  return #marks('rustc') > 0
end)
local first = marks('rustc')[1]
vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })

state = ''
vim.cmd('silent write')
wait("rustmend's marker", function()
  return state == 'idle' and #marks('rustmend') > 0
end)
seen.marker = marks('rustmend')[1]
seen.encodings = vim.tbl_map(function(client)
  return client.offset_encoding
end, vim.lsp.get_clients({ bufnr = buffer }))
local original = text()

vim.ui.select = function(items, _, choose)
  for _, item in ipairs(items) do
    table.insert(seen.menu, {
      client = vim.lsp.get_client_by_id(item.ctx.client_id).name,
      title = item.action.title,
      kind = item.action.kind,
      preferred = item.action.isPreferred,
    })
  end
  choose(nil)
end
vim.lsp.buf.code_action()
wait('the merged menu', function()
  return #seen.menu > 0
end)

local function take()
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action, client)
      return vim.lsp.get_client_by_id(client).name == 'rustmend'
        and action.edit ~= nil
        and action.kind == 'quickfix'
    end,
  })
  wait('the fix in the buffer', function()
    return text() ~= original
  end)
end
vim.ui.select = function(items, _, choose)
  choose(items[1])
end
take()
seen.fixed = text()
vim.cmd('silent undo')
seen.undone = text() == original
vim.lsp.buf.hover()
local float
wait('the hover', function()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      float = window
      return true
    end
  end
end)
seen.hover = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float), 0, -1, false)
vim.api.nvim_win_close(float, true)
wait('the fix again', function()
  return state == 'idle'
end)
take()
state = ''
vim.cmd('silent write')
wait('no errors after saving', function()
  return state == 'idle' and #marks('rustc') == 0 and #marks('rustmend') == 0
end)
finish()
