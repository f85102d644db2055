---`:checkhealth rustmend`
local M = {}

local health = vim.health

local DOCTOR_MS = 60000

local function check_neovim()
  health.start('rustmend: Neovim')
  if vim.fn.has('nvim-0.11') == 1 then
    health.ok('Neovim ' .. tostring(vim.version()))
  else
    health.error('Neovim is older than 0.11', { 'Install Neovim 0.11 or newer.' })
  end
  local _, problems = require('rustmend.options').read()
  for _, problem in ipairs(problems) do
    health.warn('vim.g.rustmend: ' .. problem, { 'See :help rustmend-options.' })
  end
  if #problems == 0 then
    health.ok(vim.g.rustmend and 'the options are valid' or 'no options are set')
  end
  local ok, parser = pcall(vim.treesitter.language.add, 'rust')
  if not (ok and parser) then
    health.info('no tree-sitter parser for Rust: code in windows is coloured by rules')
  end
end

---@return string? program
local function check_server()
  health.start('rustmend: server')
  local config = vim.lsp.config.rustmend or {}
  local command, problem
  if type(config.cmd) == 'table' then
    command = config.cmd
  else
    command, problem = require('rustmend.server').command()
  end
  if not command or vim.fn.executable(command[1]) == 0 then
    health.error(problem or (command[1] .. ' cannot be run'), {
      'Install it, in a clone of rustmend: pipx install .',
      'Or say where it is: vim.g.rustmend = { cmd = { "/path/to/rustmend", "lsp" } }',
    })
    return
  end
  local ran, done = pcall(function()
    return vim.system({ command[1], '--version' }, { text = true }):wait(DOCTOR_MS)
  end)
  if not ran or done.code ~= 0 then
    health.error(('%s does not run: %s'):format(command[1], ran and done.stderr or done))
    return
  end
  health.ok(('%s (%s)'):format(vim.trim(done.stdout), vim.fn.exepath(command[1])))
  return command[1]
end

local function check_clients()
  health.start('rustmend: buffers')
  local ours = vim.lsp.get_clients({ name = 'rustmend' })
  if #ours == 0 then
    local advice = { "vim.lsp.enable('rustmend')", 'Open a Rust file.', 'See :Rustmend log.' }
    health.warn('the server does not run', advice)
  end
  for _, client in ipairs(ours) do
    local folders = vim
      .iter(client.workspace_folders or {})
      :map(function(folder)
        return folder.name
      end)
      :join(', ')
    local count = vim.tbl_count(client.attached_buffers)
    local shown = folders ~= '' and folders or 'single files'
    local buffers = count == 1 and '1 buffer' or ('%d buffers'):format(count)
    health.ok(('attached to %s, in %s'):format(buffers, shown))
    local status = next(client.attached_buffers)
      and require('rustmend.status').get((next(client.attached_buffers)))
    if status and status.message ~= '' then
      health.info(status.message)
    end
  end
  local analyzers = vim
    .iter(vim.lsp.get_clients())
    :filter(function(client)
      return client.name:gsub('_', '-') == 'rust-analyzer'
    end)
    :totable()
  for _, analyzer in ipairs(analyzers) do
    health.ok(('beside %s'):format(analyzer.name))
  end
  if #analyzers == 0 then
    health.info(
      'no rust-analyzer is attached: rustmend works without it, and then wants'
        .. ' `diagnostics = "full"` in its settings to show the errors'
    )
  end
end

---@param program string
local function check_rest(program)
  health.start('rustmend: doctor')
  local client = vim.lsp.get_clients({ name = 'rustmend' })[1]
  local folder = client and client.workspace_folders and client.workspace_folders[1]
  local ran, done = pcall(function()
    return vim
      .system({ program, 'doctor', '--json' }, {
        text = true,
        cwd = folder and vim.uri_to_fname(folder.uri) or nil,
      })
      :wait(DOCTOR_MS)
  end)
  local decoded, report = pcall(vim.json.decode, ran and done.stdout or '')
  if not decoded or type(report) ~= 'table' then
    health.error('`rustmend doctor` gave no answer', { 'Run it in a terminal.' })
    return
  end
  for _, each in ipairs(report.findings or report) do
    local line = ('%s: %s'):format(each.name, each.detail)
    local remedy = type(each.remedy) == 'string' and each.remedy ~= '' and { each.remedy } or nil
    if each.ok == true then
      health.ok(line)
    elseif each.ok == false then
      health.warn(line, remedy)
    else
      health.info(line)
    end
  end
end

function M.check()
  check_neovim()
  local program = check_server()
  check_clients()
  if program then
    check_rest(program)
  end
end

return M
