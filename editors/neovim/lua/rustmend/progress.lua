---What the server is busy with on request, so that it can be called off.
local M = {}

---@type { client: integer, token: lsp.ProgressToken }[]
local running = {}

---@param client integer
---@param token lsp.ProgressToken
local function remove(client, token)
  running = vim
    .iter(running)
    :filter(function(each)
      return each.client ~= client or each.token ~= token
    end)
    :totable()
end

---Begins to listen. Calling it again changes nothing.
function M.watch()
  local group = vim.api.nvim_create_augroup('rustmend.progress', {})
  vim.api.nvim_create_autocmd('LspProgress', {
    group = group,
    pattern = { 'begin', 'end' },
    callback = function(event)
      local id, params = event.data.client_id, event.data.params
      local client = vim.lsp.get_client_by_id(id)
      if not client or client.name ~= 'rustmend' then
        return
      end
      remove(id, params.token)
      if params.value.kind == 'begin' and params.value.cancellable then
        table.insert(running, { client = id, token = params.token })
      end
    end,
  })
end

---Calls off what was begun last; returns whether there was anything.
---@return boolean
function M.cancel()
  local last = table.remove(running)
  local client = last and vim.lsp.get_client_by_id(last.client)
  if not client then
    return false
  end
  client:notify('window/workDoneProgress/cancel', { token = last.token })
  return true
end

return M
