---The server's log, in a window.
local M = {}

local server = require('rustmend.server')

---@param file string
local function show(file)
  if vim.fn.filereadable(file) == 0 then
    return server.say('nothing was logged yet: ' .. file)
  end
  vim.cmd.split({ vim.fn.fnameescape(file), mods = { split = 'botright' } })
  vim.bo.readonly = true
  vim.bo.modifiable = false
  vim.bo.autoread = true
  vim.cmd('silent normal! G')
  vim.keymap.set('n', 'q', '<C-w>c', { buffer = true, nowait = true, desc = 'Close' })
end

---Opens the log; without a server that of Neovim's client, which says why there is none.
function M.open()
  local client = server.client()
  if client and server.can(client, 'logFile') then
    server.run('logFile', nil, show)
  else
    show(vim.lsp.log.get_filename())
  end
end

return M
