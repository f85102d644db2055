-- Sourced by a Neovim that started with a user's init.lua and a file: the menu on the error has a
-- verified fix, which is taken and written. RESULT gets what was seen.
local seen = { clients = {}, titles = {} }

local function finish(problem)
  seen.problem = problem
  seen.messages = vim.fn.execute('messages')
  vim.fn.writefile({ vim.json.encode(seen) }, vim.env.RESULT)
  vim.cmd('qall!')
end

local function wait(what, condition)
  if not vim.wait(180000, condition, 20) then
    finish('timed out: ' .. what)
    error(what)
  end
end

local function settled(errors)
  wait(errors .. ' errors', function()
    local ok, rustmend = pcall(require, 'rustmend')
    local status = ok and rustmend.status(0)
    return status and status.state == 'idle' and status.errors == errors
  end)
end

settled(1)
for _, client in ipairs(vim.lsp.get_clients({ bufnr = 0 })) do
  table.insert(seen.clients, client.name)
end
seen.command = vim.fn.exists(':Rustmend') == 2
vim.fn.search('words);$')
local before = vim.api.nvim_buf_get_lines(0, 0, -1, false)
-- the menu that `gra` opens, of all servers
vim.ui.select = function(items, options, choose)
  local chosen
  for _, item in ipairs(items) do
    table.insert(seen.titles, options.format_item(item))
    chosen = chosen or (item.action.title:find('✓', 1, true) and item)
  end
  choose(chosen)
end
vim.lsp.buf.code_action()
wait('the fix', function()
  return not vim.deep_equal(before, vim.api.nvim_buf_get_lines(0, 0, -1, false))
end)
vim.cmd('silent write')
settled(0)
finish()
