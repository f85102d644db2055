---What a command is about, in the server's words.
local M = {}

---@class rustmend.Place
---@field uri string
---@field range lsp.Range

---@return boolean
function M.is_rust()
  return vim.bo.filetype == 'rust' and vim.bo.buftype == ''
end

---Returns the place of the cursor.
---@param client vim.lsp.Client
---@return rustmend.Place
function M.cursor(client)
  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  return { uri = params.textDocument.uri, range = params.range }
end

---Returns the line of the cursor.
---@param client vim.lsp.Client
---@return rustmend.Place
function M.line(client)
  local row = vim.api.nvim_win_get_cursor(0)[1] - 1
  local text = vim.api.nvim_get_current_line()
  return {
    uri = vim.uri_from_bufnr(0),
    range = {
      start = { line = row, character = 0 },
      ['end'] = { line = row, character = vim.str_utfindex(text, client.offset_encoding) },
    },
  }
end

return M
