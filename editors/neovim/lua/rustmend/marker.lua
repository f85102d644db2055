---Where a verified fix is ready: a quiet mark at the end of the line. The server's hint is there as
---well, but its sign must not hide that of the error.
local M = {}

local namespace = vim.api.nvim_create_namespace('rustmend.marker')

---@param client vim.lsp.Client
local function lower_signs(client)
  local signs = vim.diagnostic.config().signs
  if signs == false or type(signs) == 'function' then
    return
  end
  signs = type(signs) == 'table' and vim.deepcopy(signs) or {}
  -- all signs of a line have one priority, and the last one wins
  signs.priority = (signs.priority or 10) - 1
  vim.diagnostic.config({ signs = signs }, vim.lsp.diagnostic.get_namespace(client.id))
end

---@param bufnr integer
local function mark(bufnr)
  vim.api.nvim_buf_clear_namespace(bufnr, namespace, 0, -1)
  local text = require('rustmend.options').get().marker
  local client = vim.lsp.get_clients({ name = 'rustmend', bufnr = bufnr })[1]
  if text == '' or not client then
    return
  end
  local marked, last = {}, vim.api.nvim_buf_line_count(bufnr) - 1
  for _, diagnostic in
    ipairs(vim.diagnostic.get(bufnr, {
      namespace = vim.lsp.diagnostic.get_namespace(client.id),
      severity = vim.diagnostic.severity.HINT,
    }))
  do
    local line = diagnostic.lnum
    if diagnostic.source == 'rustmend' and line <= last and not marked[line] then
      marked[line] = true
      vim.api.nvim_buf_set_extmark(bufnr, namespace, line, 0, {
        virt_text = { { ' ' .. text, 'DiagnosticHint' } },
        virt_text_pos = 'eol',
        hl_mode = 'combine',
      })
    end
  end
end

---Begins to mark. Calling it again changes nothing.
function M.watch()
  local group = vim.api.nvim_create_augroup('rustmend.marker', {})
  vim.api.nvim_create_autocmd('LspAttach', {
    group = group,
    callback = function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if client and client.name == 'rustmend' then
        lower_signs(client)
      end
    end,
  })
  vim.api.nvim_create_autocmd('DiagnosticChanged', {
    group = group,
    callback = function(event)
      if vim.api.nvim_buf_is_loaded(event.buf) then
        mark(event.buf)
      end
    end,
  })
end

return M
