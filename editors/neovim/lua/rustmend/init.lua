---rustmend: fixes for Rust errors, verified by the compiler before you see them. No set-up is
---needed but |vim.lsp.enable()|; everything here is loaded when it is used.
local M = {}

---Sets the options and enables the server, for those who like it in one call.
---@param options? rustmend.Options
function M.setup(options)
  if options then
    vim.g.rustmend = options
  end
  vim.lsp.enable('rustmend')
end

---A few words for a statusline; empty where no server looks after the buffer.
---@param bufnr? integer
---@return string
function M.statusline(bufnr)
  return require('rustmend.status').line(bufnr)
end

---What the server of a buffer is doing; nil where there is none.
---@param bufnr? integer
---@return rustmend.Status?
function M.status(bufnr)
  return require('rustmend.status').get(bufnr)
end

return M
