---`:Rustmend` and its subcommands.
local M = {}

---@class rustmend.Subcommand
---@field run fun(rest: string, bang: boolean)
---@field complete? fun(word: string): string[]

---Returns the codes of the errors in the buffer.
---@return string[]
local function codes()
  return vim
    .iter(vim.diagnostic.get(0))
    :map(function(diagnostic)
      return tostring(diagnostic.code or '')
    end)
    :filter(function(code)
      return code:find('^E%d%d%d%d$') ~= nil
    end)
    :unique()
    :totable()
end

---@param name string
---@return fun()
local function plain(name)
  return function()
    require('rustmend.server').run(name)
  end
end

---@type table<string, rustmend.Subcommand>
local subcommands = {
  fix = {
    run = function(_, bang)
      require('rustmend.fixes').fix(bang)
    end,
  },
  fixall = {
    run = function(_, bang)
      require('rustmend.fixes').fix_all(bang)
    end,
  },
  preview = {
    run = function()
      require('rustmend.fixes').fix(true)
    end,
  },
  explain = {
    run = function(code)
      require('rustmend.explain').explain(code)
    end,
    complete = codes,
  },
  ask = {
    run = function(question)
      require('rustmend.model').ask(question)
    end,
  },
  generate = {
    run = function(description)
      require('rustmend.model').generate(description)
    end,
  },
  pastfixes = {
    run = function()
      require('rustmend.past').choose()
    end,
  },
  recheck = { run = plain('recheck') },
  pause = {
    run = function()
      require('rustmend.server').run('pause', nil, function(paused)
        local what = paused and 'verifying in the background is paused' or 'verifying goes on'
        require('rustmend.server').say(what)
      end)
    end,
  },
  cancel = {
    run = function()
      if not require('rustmend.progress').cancel() then
        require('rustmend.server').say('nothing is under way that can be called off')
      end
    end,
  },
  doctor = { run = plain('doctor') },
  log = {
    run = function()
      require('rustmend.log').open()
    end,
  },
  restart = {
    run = function()
      require('rustmend.server').restart()
    end,
  },
}

---Runs a subcommand by its name.
---@param name string
function M.invoke(name)
  subcommands[name].run('', false)
end

---@param call vim.api.keyset.create_user_command.command_args
function M.run(call)
  local name, rest = call.args:match('^(%S*)%s*(.-)%s*$')
  if name == '' then
    return M.menu()
  end
  local subcommand = subcommands[name]
  if not subcommand then
    return require('rustmend.server').say(
      ('there is no :Rustmend %s (:help :Rustmend)'):format(name),
      vim.log.levels.WARN
    )
  end
  subcommand.run(rest, call.bang)
end

---Lets the user choose a subcommand.
function M.menu()
  vim.ui.select(M.complete('', 'Rustmend '), { prompt = ':Rustmend' }, function(name)
    if name then
      M.invoke(name)
    end
  end)
end

---@param word string
---@param line string
---@return string[]
function M.complete(word, line)
  local name = line:match('Rustmend!?%s+(%S+)%s')
  local words
  if not name then
    words = vim.tbl_keys(subcommands)
    table.sort(words)
  else
    local subcommand = subcommands[name]
    words = subcommand and subcommand.complete and subcommand.complete(word) or {}
  end
  return vim
    .iter(words)
    :filter(function(each)
      return vim.startswith(each:lower(), word:lower())
    end)
    :totable()
end

return M
