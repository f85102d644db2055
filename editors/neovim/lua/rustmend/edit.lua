---An edit of the workspace: the files that it changes, what becomes of them, making it.
local M = {}

---@class rustmend.Fix
---@field title string
---@field edit lsp.WorkspaceEdit

---@class rustmend.Change What an edit does to one file.
---@field file string
---@field edits lsp.TextEdit[]
---@field version? integer The version of the open buffer that it was made for.

---Returns the changes of an edit by file, in its order.
---@param edit lsp.WorkspaceEdit
---@return rustmend.Change[]
function M.changes(edit)
  local found = {}
  for _, each in ipairs(edit.documentChanges or {}) do
    if each.textDocument then
      local version = each.textDocument.version
      table.insert(found, {
        file = vim.uri_to_fname(each.textDocument.uri),
        edits = each.edits,
        version = type(version) == 'number' and version or nil,
      })
    end
  end
  for uri, edits in vim.spairs(edit.changes or {}) do
    table.insert(found, { file = vim.uri_to_fname(uri), edits = edits })
  end
  return found
end

---Returns the present lines of a file: of its buffer where it is open, none where it is not there.
---@param file string
---@return string[]
function M.lines(file)
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(bufnr) and vim.api.nvim_buf_get_name(bufnr) == file then
      return vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
    end
  end
  local ok, lines = pcall(vim.fn.readfile, file)
  return ok
      and vim
        .iter(lines)
        :map(function(line)
          return (line:gsub('\r$', ''))
        end)
        :totable()
    or {}
end

---Whether the buffers are still what the edit was made for. Neovim looks at the first one only.
---@param edit lsp.WorkspaceEdit
---@return boolean
function M.is_current(edit)
  return vim.iter(M.changes(edit)):all(function(change)
    local bufnr = vim.uri_to_bufnr(vim.uri_from_fname(change.file))
    return not change.version or vim.lsp.util.buf_versions[bufnr] == change.version
  end)
end

---Makes the edit in the buffers; says so where files were changed that one does not see.
---@param fix rustmend.Fix
---@param client vim.lsp.Client
function M.make(fix, client)
  local say = require('rustmend.server').say
  if not M.is_current(fix.edit) then
    return say('the text moved on; save to have the fix verified anew')
  end
  vim.lsp.util.apply_workspace_edit(fix.edit, client.offset_encoding)
  local count = #M.changes(fix.edit)
  if count > 1 then
    say(('%d files were changed; :wall writes them'):format(count))
  end
end

return M
