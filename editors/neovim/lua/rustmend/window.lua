---Shows a text in a window of its own, which `q` closes.
local M = {}

local highlight = require('rustmend.highlight')

local MAX_WIDTH = 100

---@class rustmend.Key
---@field key string
---@field label string
---@field press fun()

---@param lines string[]
---@return integer width
---@return integer height
local function size(lines)
  local width = 40
  for _, line in ipairs(lines) do
    width = math.max(width, vim.fn.strdisplaywidth(line))
  end
  width = math.min(width, MAX_WIDTH, vim.o.columns - 4)
  local height = 0
  for _, line in ipairs(lines) do
    height = height + math.max(1, math.ceil(vim.fn.strdisplaywidth(line) / width))
  end
  return width, math.max(1, math.min(height, math.floor(vim.o.lines * 0.8) - 2))
end

---@param bufnr integer
---@param lines string[]
---@param title string
---@param keys rustmend.Key[]
---@return integer window
local function float(bufnr, lines, title, keys)
  local width, height = size(lines)
  local footer = { 'q close' }
  for _, key in ipairs(keys) do
    table.insert(footer, ('%s %s'):format(key.key, key.label))
  end
  local border = vim.o.winborder
  return vim.api.nvim_open_win(bufnr, true, {
    relative = 'editor',
    width = width,
    height = height,
    row = math.floor((vim.o.lines - height) / 2) - 1,
    col = math.floor((vim.o.columns - width) / 2),
    style = 'minimal',
    border = border ~= '' and border or 'rounded',
    title = (' %s '):format(title),
    footer = (' %s '):format(table.concat(footer, ' · ')),
    footer_pos = 'right',
  })
end

---@param bufnr integer
---@param how string
---@return integer window
local function split(bufnr, how)
  vim.cmd(how == 'tab' and 'tabnew' or how)
  local window = vim.api.nvim_get_current_win()
  vim.api.nvim_win_set_buf(window, bufnr)
  return window
end

---The window of what was shown last.
---@type integer?
local last

---Shows Markdown as the options say, in place of what was shown before.
---@param text string
---@param title string
---@param keys? rustmend.Key[]
---@return integer window
function M.show(text, title, keys)
  keys = keys or {}
  if last and vim.api.nvim_win_is_valid(last) and #vim.api.nvim_list_wins() > 1 then
    vim.api.nvim_win_close(last, true)
  end
  local lines = vim.split(vim.trim(text), '\r?\n')
  local bufnr = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, lines)
  vim.bo[bufnr].bufhidden = 'wipe'
  vim.bo[bufnr].modifiable = false
  local how = require('rustmend.options').get().window
  local window = how == 'float' and float(bufnr, lines, title, keys) or split(bufnr, how)
  highlight.markdown(bufnr)
  for name, value in pairs({
    wrap = true,
    linebreak = true,
    conceallevel = 2,
    concealcursor = 'n',
    spell = false,
    number = false,
    relativenumber = false,
    signcolumn = 'no',
    foldenable = false,
  }) do
    vim.api.nvim_set_option_value(name, value, { win = window, scope = 'local' })
  end
  local function close()
    if vim.api.nvim_win_is_valid(window) then
      vim.api.nvim_win_close(window, true)
    end
  end
  vim.keymap.set('n', 'q', close, { buffer = bufnr, nowait = true, desc = 'Close' })
  for _, key in ipairs(keys) do
    vim.keymap.set('n', key.key, function()
      close()
      key.press()
    end, { buffer = bufnr, nowait = true, desc = key.label })
  end
  if how == 'float' then
    vim.keymap.set('n', '<Esc>', close, { buffer = bufnr, nowait = true, desc = 'Close' })
    vim.api.nvim_create_autocmd('WinLeave', { buffer = bufnr, once = true, callback = close })
  end
  last = window
  return window
end

---Handles `window/showDocument`: the server shows its texts as files of Markdown.
---@param failure lsp.ResponseError?
---@param params lsp.ShowDocumentParams
---@param context lsp.HandlerContext
---@return any
function M.on_show_document(failure, params, context)
  local file = not params.external and vim.uri_to_fname(params.uri) or ''
  if not vim.endswith(file, '.md') then
    return vim.lsp.handlers['window/showDocument'](failure, params, context)
  end
  local name = vim.fs.basename(file):gsub('%.md$', '')
  local ok, lines = pcall(vim.fn.readfile, file)
  if not ok then
    return { success = false }
  end
  M.show(table.concat(lines, '\n'), name, M.keys)
  M.keys = nil
  return { success = true }
end

---Keys for the next text that the server shows.
---@type rustmend.Key[]?
M.keys = nil

return M
