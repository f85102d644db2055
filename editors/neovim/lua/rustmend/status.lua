---What the server is doing, for a statusline.
local M = {}

---@class rustmend.Status
---@field state 'starting'|'checking'|'verifying'|'idle'|'error'
---@field errors integer
---@field verified integer Errors and warnings for which a verified fix is ready.
---@field message string

---@type rustmend.Status
local BEGINNING = { state = 'starting', errors = 0, verified = 0, message = '' }

---@type table<integer, rustmend.Status> by client
local known = {}

---Called with each `rustmend/status`. Sends `User RustmendStatus` on, with the status as its data.
---@param status rustmend.Status
---@param client integer
function M.on_status(status, client)
  known[client] = status
  vim.api.nvim_exec_autocmds('User', {
    pattern = 'RustmendStatus',
    data = status,
    modeline = false,
  })
  vim.cmd.redrawstatus({ bang = true })
end

---@param bufnr? integer
---@return rustmend.Status? status nil where no server looks after the buffer.
function M.get(bufnr)
  local client = vim.lsp.get_clients({ name = 'rustmend', bufnr = bufnr or 0 })[1]
  return client and (known[client.id] or BEGINNING)
end

local DOING = { starting = 'starting…', checking = 'checking…', verifying = 'verifying…' }

---@param count integer
---@param one string
---@param many string
---@return string
local function counted(count, one, many)
  return ('%d %s'):format(count, count == 1 and one or many)
end

---Returns a few words, empty where no server looks after the buffer.
---@param bufnr? integer
---@return string
function M.line(bufnr)
  local status = M.get(bufnr)
  if not status then
    return ''
  end
  local words = {}
  if status.errors > 0 then
    table.insert(words, counted(status.errors, 'error', 'errors'))
  end
  if status.verified > 0 then
    table.insert(words, counted(status.verified, 'fix', 'fixes'))
  end
  if DOING[status.state] then
    table.insert(words, DOING[status.state])
  elseif status.state == 'error' then
    words = { 'failed' }
  elseif #words == 0 then
    words = { '✓' }
  end
  return 'rustmend: ' .. table.concat(words, ', ')
end

return M
