---Colours for Rust and Markdown in scratch buffers, by tree-sitter where its parser is there. The
---file type is left alone where plugins would take the buffer for a Rust file.
local M = {}

local namespace = vim.api.nvim_create_namespace('rustmend.highlight')

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

---Returns the groups of Vim's own rules for Rust: row (from 0), first and last column, group.
---@param lines string[]
---@return { [1]: integer, [2]: integer, [3]: integer, [4]: integer }[]
local function groups_of(lines)
  local found = {}
  local bufnr = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, lines)
  vim.api.nvim_buf_call(bufnr, function()
    vim.bo.syntax = 'rust'
    for row, line in ipairs(lines) do
      local first, before = 0, 0
      for column = 0, #line do
        local group = column < #line and vim.fn.synID(row, column + 1, 1) or 0
        if group ~= before then
          if before ~= 0 then
            table.insert(found, { row - 1, first, column, before })
          end
          first, before = column, group
        end
      end
    end
  end)
  vim.api.nvim_buf_delete(bufnr, { force = true })
  return found
end

local SIGNS = { ['+'] = 'DiffAdd', ['-'] = 'DiffDelete' }

---Colours one block of code of a buffer. The lines of a diff have a sign before the code.
---@param bufnr integer
---@param first integer Its first row, from 0.
---@param lines string[]
---@param is_diff boolean
local function block(bufnr, first, lines, is_diff)
  local shift, code = is_diff and 1 or 0, lines
  if is_diff then
    code = {}
    for row, line in ipairs(lines) do
      local head = line:find('^@@') or line:find('^%-%-%- ') or line:find('^%+%+%+ ')
      code[row] = head and '' or line:sub(2)
      local group = head and 'Comment' or SIGNS[line:sub(1, 1)]
      if group then
        vim.api.nvim_buf_set_extmark(bufnr, namespace, first + row - 1, 0, {
          end_col = #line,
          hl_group = group,
          hl_eol = not head,
          priority = vim.hl.priorities.treesitter,
        })
      end
    end
  end
  for _, each in ipairs(groups_of(code)) do
    vim.api.nvim_buf_set_extmark(bufnr, namespace, first + each[1], each[2] + shift, {
      end_col = each[3] + shift,
      hl_group = vim.fn.synIDattr(vim.fn.synIDtrans(each[4]), 'name'),
      priority = vim.hl.priorities.treesitter + 1,
    })
  end
end

---Colours Markdown, and the Rust and the diffs in it: Neovim brings no parser for these.
---@param bufnr integer
function M.markdown(bufnr)
  vim.bo[bufnr].filetype = 'markdown'
  pcall(vim.treesitter.start, bufnr, 'markdown')
  local begun, kind, lines
  for row, line in ipairs(vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)) do
    local fence = line:match('^%s*```(%w*)')
    if not fence then
      table.insert(lines or {}, line)
    elseif not lines then
      begun, kind, lines = row, fence, {}
    else
      if kind == 'diff' or (kind == 'rust' and not has_parser('rust')) then
        block(bufnr, begun, lines, kind == 'diff')
      end
      lines = nil
    end
  end
end

return M
