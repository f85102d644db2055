---What the user set in `vim.g.rustmend`, over the defaults.
local M = {}

---@class rustmend.Options
---@field cmd string[] Command line of the server; empty: it is searched for.
---@field window 'float'|'split'|'vsplit'|'tab' Where explanations and past fixes are shown.
---@field preview 'several'|'always'|'never' When `:Rustmend fix` shows the changes first: where
---  they are in several files, always, never.
---@field marker string What stands at the end of a line that has a verified fix; empty: nothing.
---@field settings table Settings of the server, by the names in its docs, nested.

---@type rustmend.Options
local defaults = {
  cmd = {},
  window = 'float',
  preview = 'several',
  marker = '✓',
  settings = {},
}

local choices = {
  window = { 'float', 'split', 'vsplit', 'tab' },
  preview = { 'several', 'always', 'never' },
}

---@param name string
---@param value any
---@return string? problem
local function problem_of(name, value)
  if defaults[name] == nil then
    return ('`%s` is no option'):format(name)
  elseif type(value) ~= type(defaults[name]) then
    return ('`%s` must be a %s'):format(name, type(defaults[name]))
  elseif choices[name] and not vim.list_contains(choices[name], value) then
    return ('`%s` must be one of %s'):format(name, table.concat(choices[name], ', '))
  elseif name == 'cmd' then
    if not vim.islist(value) then
      return '`cmd` must be a list of strings'
    end
    for _, word in ipairs(value) do
      if type(word) ~= 'string' then
        return '`cmd` must be a list of strings'
      end
    end
  end
end

---Returns the options, with the default in place of every wrong value, and what is wrong.
---@return rustmend.Options options
---@return string[] problems
function M.read()
  local given = vim.g.rustmend
  local options, problems = vim.deepcopy(defaults), {}
  if given == nil then
    return options, problems
  end
  if type(given) ~= 'table' or (vim.islist(given) and #given > 0) then
    return options, { 'it must be a table' }
  end
  for name, value in vim.spairs(given) do
    local problem = problem_of(name, value)
    if problem then
      table.insert(problems, problem)
    else
      options[name] = value
    end
  end
  return options, problems
end

---Returns the options; what is wrong with them is said once.
---@return rustmend.Options
function M.get()
  local options, problems = M.read()
  for _, problem in ipairs(problems) do
    vim.notify_once('rustmend: vim.g.rustmend: ' .. problem, vim.log.levels.WARN)
  end
  return options
end

return M
