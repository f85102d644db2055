---Colours for Rust and Markdown in scratch buffers, by tree-sitter where its parser is there. The
---file type is left alone where plugins would take the buffer for a Rust file.
local M = {}

---@param language string
---@return boolean
local function has_parser(language)
  local ok, added = pcall(vim.treesitter.language.add, language)
  return ok and added == true
end

---@param bufnr integer
function M.rust(bufnr)
  if has_parser('rust') and pcall(vim.treesitter.start, bufnr, 'rust') then
    return
  end
  vim.bo[bufnr].syntax = 'rust'
end

---Colours Markdown, and the Rust and the diffs in it.
---@param bufnr integer
function M.markdown(bufnr)
  vim.bo[bufnr].filetype = 'markdown'
  if has_parser('rust') and has_parser('diff') then
    pcall(vim.treesitter.start, bufnr, 'markdown')
    return
  end
  -- Neovim brings a parser for Markdown, but none for what lies between the fences
  pcall(vim.treesitter.stop, bufnr)
  local before = vim.g.markdown_fenced_languages
  vim.g.markdown_fenced_languages = { 'rust', 'diff' }
  vim.bo[bufnr].syntax = 'markdown'
  vim.g.markdown_fenced_languages = before
end

return M
