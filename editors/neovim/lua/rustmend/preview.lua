---The changes of a fix in a tab of their own, before and after beside each other.
local M = {}

local edit = require('rustmend.edit')
local highlight = require('rustmend.highlight')

---@class rustmend.Compared One file of the preview.
---@field name string
---@field file string
---@field before integer Buffer.
---@field after integer Buffer.
---@field lines string[] What the file held when this was made.

---@param lines string[]
---@param name string
---@return integer bufnr
local function scratch(lines, name)
  local bufnr = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, lines)
  -- the same fix may be looked at twice, and names are unique
  pcall(vim.api.nvim_buf_set_name, bufnr, ('rustmend://%d/%s'):format(bufnr, name))
  return bufnr
end

---@param change rustmend.Change
---@param encoding string
---@return rustmend.Compared
local function compare(change, encoding)
  local root = require('rustmend.root').of(change.file)
  local name = vim.fs.relpath(root, change.file) or change.file
  local lines = edit.lines(change.file)
  local before, after = scratch(lines, 'before/' .. name), scratch(lines, 'after/' .. name)
  vim.lsp.util.apply_text_edits(vim.deepcopy(change.edits), after, encoding)
  for _, bufnr in ipairs({ before, after }) do
    vim.bo[bufnr].modifiable = false
    highlight.rust(bufnr)
  end
  return { name = name, file = change.file, before = before, after = after, lines = lines }
end

---@param text string
---@return string
local function escape(text)
  return (text:gsub('%%', '%%%%'))
end

---Shows what `fix` changes. `<CR>` makes it, `q` drops it, `]f` and `[f` go to other files.
---@param fix rustmend.Fix
---@param client vim.lsp.Client
function M.show(fix, client)
  local files = vim
    .iter(edit.changes(fix.edit))
    :map(function(change)
      return compare(change, client.offset_encoding)
    end)
    :totable()
  -- the file that one looks at comes first
  local origin, here = vim.api.nvim_get_current_win(), vim.api.nvim_buf_get_name(0)
  table.sort(files, function(a, b)
    return a.file ~= b.file and (a.file == here or (b.file ~= here and a.file < b.file))
  end)
  vim.cmd.tabnew()
  local tab = vim.api.nvim_get_current_tabpage()
  local empty = vim.api.nvim_get_current_buf()
  local left = vim.api.nvim_get_current_win()
  vim.cmd('rightbelow vsplit')
  local right = vim.api.nvim_get_current_win()
  vim.bo[empty].bufhidden = 'wipe'

  local at = 1
  local function show()
    local shown = files[at]
    for window, bufnr in pairs({ [left] = shown.before, [right] = shown.after }) do
      vim.api.nvim_win_call(window, function()
        vim.cmd.diffoff()
      end)
      vim.api.nvim_win_set_buf(window, bufnr)
    end
    for _, window in ipairs({ left, right }) do
      vim.api.nvim_win_call(window, function()
        vim.cmd.diffthis()
      end)
    end
    local keys = { '<CR> apply', 'q close' }
    if #files > 1 then
      table.insert(keys, ']f next file')
    end
    local count = #files > 1 and (' (%d of %d)'):format(at, #files) or ''
    local name, title = escape(shown.name .. count), escape(fix.title)
    -- where it is too long, the title is cut and not the name
    vim.wo[left].winbar = (' %s · %%<%s'):format(name, title)
    vim.wo[right].winbar = escape(' ' .. table.concat(keys, ' · '))
    vim.api.nvim_set_current_win(right)
    -- one change or another lies there: the diff's next one from the top
    vim.api.nvim_win_set_cursor(right, { 1, 0 })
    vim.cmd('silent! normal! ]czz')
  end

  local function close()
    if vim.api.nvim_tabpage_is_valid(tab) then
      vim.cmd.tabclose(vim.api.nvim_tabpage_get_number(tab))
    end
    for _, each in ipairs(files) do
      for _, bufnr in ipairs({ each.before, each.after }) do
        if vim.api.nvim_buf_is_valid(bufnr) then
          vim.api.nvim_buf_delete(bufnr, { force = true })
        end
      end
    end
    if vim.api.nvim_win_is_valid(origin) then
      vim.api.nvim_set_current_win(origin)
    end
  end

  local function apply()
    local moved_on = vim.iter(files):any(function(each)
      return not vim.deep_equal(edit.lines(each.file), each.lines)
    end)
    close()
    if moved_on then
      require('rustmend.server').say('the text moved on; save to have the fix verified anew')
    else
      edit.make(fix, client)
    end
  end

  local function go(step)
    return function()
      at = (at - 1 + step) % #files + 1
      show()
    end
  end

  local keys = { ['<CR>'] = apply, q = close, [']f'] = go(1), ['[f'] = go(-1) }
  for _, each in ipairs(files) do
    for _, bufnr in ipairs({ each.before, each.after }) do
      for key, press in pairs(keys) do
        vim.keymap.set('n', key, press, { buffer = bufnr, nowait = true })
      end
    end
  end
  show()
end

return M
